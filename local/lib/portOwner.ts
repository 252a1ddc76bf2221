import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';

/**
 * Returns, for example, `node (process 4711)` for the program that listens on this port; undefined
 * if it cannot be determined.
 */
export function findPortOwner(port: number): string | undefined {
  const inode = findSocket(port);
  if (inode === undefined) return undefined;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (!openSockets(pid).includes(`socket:[${inode}]`)) continue;
    const command = readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
    return `${command} (process ${pid})`;
  }
  return undefined;
}

/** Returns the inode of the listening socket from Linux's table of TCP sockets. */
function findSocket(port: number): string | undefined {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6'].filter(existsSync)) {
    for (const line of readFileSync(table, 'utf8').split('\n').slice(1)) {
      const columns = line.trim().split(/\s+/);
      // Column 1 is the local address, 3 the state (0A is listening), 9 the inode.
      if (columns[1]?.endsWith(`:${hex}`) && columns[3] === '0A') return columns[9];
    }
  }
  return undefined;
}

function openSockets(pid: string): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => readlink(`/proc/${pid}/fd/${fd}`));
  } catch {
    // Another user's process, or one that has just ended.
    return [];
  }
}

function readlink(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    // Closed since it was listed.
    return '';
  }
}

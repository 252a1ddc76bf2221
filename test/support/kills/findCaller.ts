import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/**
 * The process on this machine whose TCP connection to `port` starts at its local port `from`.
 * Throws if there is none because it has ended already.
 */
export function findCaller(from: number, port: number): number {
  const found = process.platform === 'linux' ? readProc(from, port) : askLsof(from, port);
  if (found !== undefined) return found;
  throw new Error(`No process has a connection from port ${from} to port ${port}`);
}

/**
 * proc(5): `/proc/net/tcp` has the inode of a connection, `/proc/PID/fd` the process that owns that
 * socket.
 */
function readProc(from: number, port: number): number | undefined {
  const ends = `:${hex(from)} 0100007F:${hex(port)} `;
  const line = readFileSync('/proc/net/tcp', 'utf8')
    .split('\n')
    .find((row) => row.includes(ends));
  const inode = line?.trim().split(/\s+/)[9];
  if (inode === undefined) return undefined;
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((pid) => holds(pid, `socket:[${inode}]`));
}

function holds(pid: number, socket: string): boolean {
  try {
    const folder = `/proc/${pid}/fd`;
    return readdirSync(folder).some((fd) => readlinkSync(`${folder}/${fd}`) === socket);
  } catch {
    // Another user's process, or one that has ended meanwhile.
    return false;
  }
}

function askLsof(from: number, port: number): number | undefined {
  const told = execFileSync('lsof', ['-nP', '-Fpn', `-iTCP:${from}`], { encoding: 'utf8' });
  let pid: number | undefined;
  for (const line of told.split('\n')) {
    if (line.startsWith('p')) pid = Number(line.slice(1));
    if (line.startsWith('n') && line.includes(`:${from}->`) && line.endsWith(`:${port}`))
      return pid;
  }
  return undefined;
}

function hex(port: number): string {
  return port.toString(16).toUpperCase().padStart(4, '0');
}

import { readFileSync } from 'node:fs';

/**
 * Stops if a process may not open this many files. Each socket is one. Node.js raises a process's
 * soft limit to the hard one, which only root may raise.
 */
export function checkOpenFiles(needed: number): void {
  const [, most] = /^Max open files\s+\S+\s+(\S+)/m.exec(readLimits()) ?? [];
  if (most === undefined || most === 'unlimited' || Number(most) >= needed) return;
  throw new Error(
    `A process may open ${most} files here, ${needed} are needed: as root run "ulimit -Hn ${needed}" before, or set a higher "nofile" in /etc/security/limits.conf.`,
  );
}

function readLimits(): string {
  try {
    return readFileSync('/proc/self/limits', 'utf8');
  } catch {
    // Not Linux: a limit that is too low shows when the sockets are opened.
    return '';
  }
}

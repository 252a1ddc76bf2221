import { readFileSync } from 'node:fs';

/**
 * Stops when a process may not open so many files. Each socket is one. Node.js raises the bound of a
 * process to the one that only root may raise further.
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
    // Not Linux: a bound that is too low shows when the sockets are opened.
    return '';
  }
}

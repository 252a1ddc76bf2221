import { readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second (`USER_HZ`). */
const MICROSECONDS_PER_TICK = 10_000;

/** A process's CPU time so far, in µs (proc_pid_stat(5): utime and stime). NaN without /proc. */
export function cpuTime(pid: number | undefined): number {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return Number.NaN;
  }
  // The name before may contain spaces; the third field follows its bracket.
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13);
  return (Number(user) + Number(system)) * MICROSECONDS_PER_TICK;
}

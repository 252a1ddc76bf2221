import type { NextRun } from './nextRun.ts';

/** A run later than this was missed because the machine slept, not merely delayed by load. */
const LATEST = 30_000;

/** Node's timers are limited to 24.8 days and stop while the machine sleeps. */
const LONGEST_WAIT = 60_000;

/**
 * Calls `run` at each time that `next` returns, until it returns null or the returned function is
 * called. Skips times that passed while the machine slept.
 */
export function repeat(next: NextRun, run: (due: Date) => void, onSkipped: (due: Date) => void) {
  let timer: NodeJS.Timeout | undefined;
  const wait = (due: Date | null): void => {
    if (due === null) return;
    const left = due.getTime() - Date.now();
    timer = setTimeout(() => wake(due), Math.min(Math.max(left, 0), LONGEST_WAIT));
  };
  const wake = (due: Date): void => {
    const late = Date.now() - due.getTime();
    if (late < 0) {
      wait(due);
      return;
    }
    if (late > LATEST) onSkipped(due);
    else run(due);
    wait(next(new Date(Math.max(due.getTime(), Date.now()))));
  };
  wait(next(new Date()));
  return () => clearTimeout(timer);
}

import type { NextRun } from './nextRun.ts';

/** A run that comes later than this was slept through, not merely delayed by a busy machine. */
const LATEST = 30_000;

/** Timers of Node end after 24.8 days at the latest, and stand still while the machine sleeps. */
const LONGEST_WAIT = 60_000;

/**
 * Calls `run` each time that `next` names, until the answer is null or the returned function is called.
 * Times that passed while the machine slept are left out; the next one to come counts.
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

export interface VirtualTime {
  clock: () => Date;
  pause: (milliseconds: number) => Promise<void>;
  /** One of the workers has stopped waiting for good. */
  ends: () => void;
}

/**
 * A time in which only waiting takes time: when all workers wait, the clock jumps to the next due
 * one. So a test of minutes is as fast as its work.
 */
export function virtualTime(start: Date, workers: number): VirtualTime {
  let now = start.getTime();
  let awake = workers;
  const sleepers: { until: number; wake: () => void }[] = [];

  function ends(): void {
    awake -= 1;
    if (awake > 0) return;
    sleepers.sort((a, b) => a.until - b.until);
    const next = sleepers.shift();
    if (next === undefined) return;
    now = Math.max(now, next.until);
    awake = 1;
    next.wake();
  }

  return {
    clock: () => new Date(now),
    pause: (milliseconds) =>
      new Promise((wake) => {
        sleepers.push({ until: now + milliseconds, wake });
        ends();
      }),
    ends,
  };
}

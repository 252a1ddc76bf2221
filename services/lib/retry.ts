import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Retries `work` until it succeeds. After each failure `pauseAfter` returns the milliseconds to
 * wait before the next try, or null to give up.
 *
 * @param pauseAfter receives the error and the number of earlier tries
 * @throws the error after which it gave up
 */
export async function retry<T>(
  work: () => Promise<T>,
  pauseAfter: (error: unknown, earlier: number) => number | null,
  pause: (milliseconds: number) => Promise<unknown> = sleep,
): Promise<T> {
  for (let earlier = 0; ; earlier += 1) {
    try {
      return await work();
    } catch (error) {
      const milliseconds = pauseAfter(error, earlier);
      if (milliseconds === null) throw error;
      await pause(milliseconds);
    }
  }
}

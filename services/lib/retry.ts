import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Repeats `work` until it succeeds. After each failure `pauseAfter` says how many milliseconds to
 * wait before the next try, or null to give up.
 *
 * @param pauseAfter is given the error and how many tries came before it
 * @throws the error after which there is no further try
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

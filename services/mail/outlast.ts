import { log } from '../lib/log.ts';

export interface OutlastPorts {
  clock: () => Date;
  pause: (milliseconds: number) => Promise<void>;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Does what may be done twice until it is done, through an outage of so many milliseconds: pauses of
 * half a second, doubled up to half a minute. Throws the last error after that.
 */
export async function outlast<T>(
  { clock, pause }: OutlastPorts,
  milliseconds: number,
  work: () => Promise<T>,
): Promise<T> {
  const begun = clock().getTime();
  let waited = 0;
  for (let tries = 0; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      const wait = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** tries);
      if (Math.max(waited, clock().getTime() - begun) + wait >= milliseconds) throw error;
      log.warn('What must be written down cannot be yet', {
        error,
      });
      await pause(wait);
      waited += wait;
    }
  }
}

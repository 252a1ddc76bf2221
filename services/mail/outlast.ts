import { log } from '../lib/log.ts';
import { retry } from '../lib/retry.ts';

export interface OutlastPorts {
  clock: () => Date;
  pause: (milliseconds: number) => Promise<void>;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Retries `work`, which must be idempotent, through an outage of this many milliseconds: pauses
 * start at half a second and double up to half a minute.
 *
 * @throws the last error after that
 */
export function outlast<T>(
  { clock, pause }: OutlastPorts,
  milliseconds: number,
  work: () => Promise<T>,
): Promise<T> {
  const begun = clock().getTime();
  let waited = 0;
  return retry(
    work,
    (error, earlier) => {
      const wait = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** earlier);
      if (Math.max(waited, clock().getTime() - begun) + wait >= milliseconds) return null;
      log.warn('Write failed; retrying', { error });
      waited += wait;
      return wait;
    },
    pause,
  );
}

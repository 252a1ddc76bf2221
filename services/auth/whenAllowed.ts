import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A permission that a deployment has just granted takes some seconds to propagate. 31 seconds in
 * all.
 */
const PAUSES = [1_000, 2_000, 4_000, 8_000, 16_000];

/**
 * Retries while the service denies it ("Troubleshoot IAM: Changes that I make are not always
 * immediately visible").
 *
 * @throws the last error; at once if it is not an AccessDeniedException.
 */
export async function whenAllowed<T>(
  work: () => Promise<T>,
  pauses: readonly number[] = PAUSES,
): Promise<T> {
  for (const pause of pauses) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Error) || error.name !== 'AccessDeniedException') throw error;
      await sleep(pause);
    }
  }
  return work();
}

import { retry } from '../lib/retry.ts';

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
export function whenAllowed<T>(
  work: () => Promise<T>,
  pauses: readonly number[] = PAUSES,
): Promise<T> {
  return retry(work, (error, earlier) =>
    error instanceof Error && error.name === 'AccessDeniedException'
      ? (pauses[earlier] ?? null)
      : null,
  );
}

const FIRST_MS = 1_000;
const MOST_MS = 30_000;

/**
 * Returns the delay before attempt `attempt`, counted from 0, with full jitter: clients that lose a
 * server at the same moment reconnect spread over the whole interval.
 */
export function backoff(attempt: number, random: () => number = Math.random): number {
  return random() * Math.min(MOST_MS, FIRST_MS * 2 ** attempt);
}

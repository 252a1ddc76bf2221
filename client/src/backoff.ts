const FIRST_MS = 1_000;
const MOST_MS = 30_000;

/**
 * How long to wait before attempt `attempt`, counted from 0, with full jitter: many clients that
 * lose one server at one moment come back spread over the whole time.
 */
export function backoff(attempt: number, random: () => number = Math.random): number {
  return random() * Math.min(MOST_MS, FIRST_MS * 2 ** attempt);
}

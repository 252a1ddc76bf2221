/** How long before its expiry a token is refreshed, so that no request carries an expiring one. */
const MARGIN_MS = 60_000;

/**
 * When to refresh a token that lives `expiresInSeconds`: a minute before it expires, or after half
 * its lifetime if that is under two minutes.
 */
export function refreshDelay(expiresInSeconds: number): number {
  const life = expiresInSeconds * 1000;
  return Math.max(life - MARGIN_MS, life / 2);
}

/** Whether a token is still valid long enough for a request of a few seconds. */
export function isFresh(expiresAt: number, now: number): boolean {
  return expiresAt - now > 5_000;
}

/** Whether a token is old enough that a page should refresh it when the reader returns. */
export function isOld(since: number, now: number): boolean {
  return now - since > 60_000;
}

/**
 * Returns the delay between attempts to reach the sign-in service: 1, 2, 4 … seconds, at most a
 * minute.
 */
export function retryDelay(attempt: number): number {
  return Math.min(1000 * 2 ** attempt, 60_000);
}

/** How long before its end a token is exchanged, so that no request leaves with a dying one. */
const MARGIN_MS = 60_000;

/**
 * When to exchange a token that lives `expiresInSeconds`: a minute before its end, or after half of
 * its life where that is shorter than two minutes.
 */
export function refreshDelay(expiresInSeconds: number): number {
  const life = expiresInSeconds * 1000;
  return Math.max(life - MARGIN_MS, life / 2);
}

/** Whether a token can still carry a request that takes a few seconds. */
export function isFresh(expiresAt: number, now: number): boolean {
  return expiresAt - now > 5_000;
}

/** Whether a token is so old that a page which is looked at again asks for the next one. */
export function isOld(since: number, now: number): boolean {
  return now - since > 60_000;
}

/** Waits 1, 2, 4 … seconds, at most a minute, between attempts to reach the sign-in service. */
export function retryDelay(attempt: number): number {
  return Math.min(1000 * 2 ** attempt, 60_000);
}

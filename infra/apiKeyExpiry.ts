/**
 * Returns when the API key of a deployment made at `now` expires: on the first of the month, eleven
 * months ahead. Deployments in the same month produce the same template; later ones extend the
 * expiry without changing the key. Twelve months would be 366 days in a leap year, and AppSync
 * allows 365.
 */
export function apiKeyExpiry(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 11, 1));
}

/**
 * When the API key of a deployment made at `now` ends: on the first of the month, eleven months
 * ahead. The same month gives the same template; every deployment in a later month moves the end
 * without changing the key. Twelve would be 366 days in a leap year, and AppSync allows 365.
 */
export function apiKeyExpiry(now: Date): Date {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 11, 1));
}

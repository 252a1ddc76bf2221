import type { ReleaseInterval } from './release.ts';

/** The sort value of an open end. */
const OPEN = '99999999';

/**
 * Returns the sort key of a release, sixteen digits that sort as text: earliest then latest. An
 * open end is 99999999, and a date without an earliest day is sorted by its latest.
 */
export function releaseOrder(release: Pick<ReleaseInterval, 'earliest' | 'latest'>): string {
  const { earliest, latest } = release;
  return toDigits(earliest ?? latest) + toDigits(latest);
}

/** Returns a day as eight digits; null means an open end. */
export const toDigits = (day: string | null): string =>
  day === null ? OPEN : day.replaceAll('-', '');

/** Returns the day of eight digits; null for an open end. */
export function fromDigits(digits: string): string | null {
  if (digits === OPEN) return null;
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
}

import type { ReleaseInterval } from './release.ts';

/** How an open end stands in the order. */
const OPEN = '99999999';

/**
 * The place on a list by date, as sixteen digits that sort as text: earliest then latest. An open
 * end is 99999999, and a date with no earliest day stands at its latest.
 */
export function releaseOrder(release: Pick<ReleaseInterval, 'earliest' | 'latest'>): string {
  const { earliest, latest } = release;
  return toDigits(earliest ?? latest) + toDigits(latest);
}

/** A day as eight digits; null stands for an open end. */
export const toDigits = (day: string | null): string =>
  day === null ? OPEN : day.replaceAll('-', '');

/** The day of eight digits; null for an open end. */
export function fromDigits(digits: string): string | null {
  if (digits === OPEN) return null;
  return `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`;
}

import type { ReleaseInterval } from '../../../domain/release/release.ts';

/**
 * The place on a list by date, as sixteen digits that sort as text: earliest then latest. An open
 * end is 99999999, and a date with no earliest day stands at its latest.
 */
export function releaseOrder({ earliest, latest }: ReleaseInterval): string {
  return digits(earliest ?? latest) + digits(latest);
}

function digits(day: string | null): string {
  return day === null ? '99999999' : day.replaceAll('-', '');
}

import {
  addDays,
  addMonths,
  monthEnd,
  partsOf,
  weekdayOf,
} from '../../../domain/release/calendar.ts';
import { refuse } from './refusedDate.ts';

/**
 * Returns the day as `YYYY-MM-DD`; refuses days that do not exist, and years outside 1900 to 2098.
 */
export function toDay(year: number, month: number, day: number): string {
  const { first, last } = toMonth(year, month);
  if (day < 1 || day > partsOf(last).day) refuse('impossible-date');
  return addDays(first, day - 1);
}

/** Returns the first and last day of a month. */
export function toMonth(year: number, month: number): { first: string; last: string } {
  checkYear(year);
  if (month < 1 || month > 12) refuse('impossible-date');
  const first = addMonths(`${year}-01-01`, month - 1);
  return { first, last: monthEnd(first) };
}

/**
 * Returns the range from the first day of one month to the last of another; both may be outside 1
 * to 12.
 */
export function toMonths(year: number, from: number, to: number) {
  checkYear(year);
  const start = `${year}-01-01`;
  return { earliest: addMonths(start, from - 1), latest: monthEnd(addMonths(start, to - 1)) };
}

export function checkYear(year: number): void {
  // 2099-12-31 is a common placeholder for "no date", so 2099 is refused.
  if (year < 1900 || year > 2098) refuse('out-of-range');
}

/** Returns Monday to Sunday of an ISO 8601 week. */
export function isoWeek(year: number, week: number): { earliest: string; latest: string } {
  checkYear(year);
  const fourth = `${year}-01-04`;
  const monday = addDays(fourth, -((weekdayOf(fourth) + 6) % 7) + (week - 1) * 7);
  const thursday = partsOf(addDays(monday, 3));
  if (week < 1 || thursday.year !== year) refuse('impossible-date');
  return { earliest: monday, latest: addDays(monday, 6) };
}

import { refuse } from './release.ts';

const DAY = 86_400_000;

/** The day as `YYYY-MM-DD`; refuses days that no calendar has, and years outside 1900 to 2098. */
export function toDay(year: number, month: number, day: number): string {
  checkYear(year);
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) refuse('impossible-date');
  return write(year, month, day);
}

/** The first and last day of a month; months beyond 12 count on into the following years. */
export function toMonth(year: number, month: number): { first: string; last: string } {
  checkYear(year);
  if (month < 1 || month > 12) refuse('impossible-date');
  return { first: write(year, month, 1), last: write(year, month, daysIn(year, month)) };
}

/** From the first day of one month to the last of another; the second may lie beyond 12. */
export function toMonths(year: number, from: number, to: number) {
  checkYear(year);
  const end = new Date(Date.UTC(year, to, 0));
  const start = new Date(Date.UTC(year, from - 1, 1));
  return { earliest: text(start), latest: text(end) };
}

export function checkYear(year: number): void {
  // 2099-12-31 is a common stand-in for "no date", so that year is no year.
  if (year < 1900 || year > 2098) refuse('out-of-range');
}

export function addDays(day: string, count: number): string {
  return text(new Date(Date.parse(day) + count * DAY));
}

/** The first day of the month `count` months after the one that holds `day`. */
export function startOfMonth(day: string, count: number): string {
  const { year, month } = partsOf(day);
  return text(new Date(Date.UTC(year, month - 1 + count, 1)));
}

/** The last day of the month `count` months after the one that holds `day`. */
export function endOfMonth(day: string, count: number): string {
  const { year, month } = partsOf(day);
  return text(new Date(Date.UTC(year, month + count, 0)));
}

/** 0 is Sunday. */
export function weekdayOf(day: string): number {
  return new Date(Date.parse(day)).getUTCDay();
}

/** Monday to Sunday of an ISO 8601 week. */
export function isoWeek(year: number, week: number): { earliest: string; latest: string } {
  checkYear(year);
  const fourth = write(year, 1, 4);
  const monday = addDays(fourth, -((weekdayOf(fourth) + 6) % 7) + (week - 1) * 7);
  const thursday = partsOf(addDays(monday, 3));
  if (week < 1 || thursday.year !== year) refuse('impossible-date');
  return { earliest: monday, latest: addDays(monday, 6) };
}

export function partsOf(day: string): { year: number; month: number; day: number } {
  return {
    year: Number(day.slice(0, 4)),
    month: Number(day.slice(5, 7)),
    day: Number(day.slice(8)),
  };
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function write(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function text(date: Date): string {
  return date.toISOString().slice(0, 10);
}

import { addDays, addMonths, type Day, partsOf, toDate } from '../release/calendar.ts';

/** A month as its address writes it: `2026-12`. */
export type Month = string;

/** The day of the week as `Date` counts it: 0 is Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** Beyond these the calendar has no pages: no feed tells of such books. */
export const FIRST_MONTH: Month = '1970-01';
export const LAST_MONTH: Month = '2099-12';

/** Whether this is how a month of the calendar is written. */
export function isMonth(written: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(written) && written >= FIRST_MONTH && written <= LAST_MONTH;
}

/** Whether this is how a day is written that there is, in a month of the calendar. */
export function isDay(written: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written) || !isMonth(monthOf(written))) return false;
  return !written.endsWith('-00') && addDays(written, 0) === written;
}

export const monthOf = (day: Day): Month => day.slice(0, 7);

export const firstDayOf = (month: Month): Day => `${month}-01`;

export const lastDayOf = (month: Month): Day => addDays(addMonths(firstDayOf(month), 1), -1);

/** The month `months` later, or earlier when negative. */
export const addToMonth = (month: Month, months: number): Month =>
  monthOf(addMonths(firstDayOf(month), months));

/** The same day of a month `months` later; its last one where it is too short. */
export function sameDayIn(day: Day, months: number): Day {
  const month = addToMonth(monthOf(day), months);
  const last = partsOf(lastDayOf(month)).day;
  return `${month}-${String(Math.min(partsOf(day).day, last)).padStart(2, '0')}`;
}

export const weekdayOf = (day: Day): Weekday => toDate(day).getUTCDay() as Weekday;

/** How many days of its week lie before a day. */
export const daysIntoWeek = (day: Day, weekStart: Weekday): number =>
  (weekdayOf(day) - weekStart + 7) % 7;

/** Every day of a month, in order. */
export function daysOf(month: Month): Day[] {
  const first = firstDayOf(month);
  return Array.from({ length: partsOf(lastDayOf(month)).day }, (_, index) => addDays(first, index));
}

/** The weeks that a month touches; null stands for a day of the month before or after. */
export function weeksOf(month: Month, weekStart: Weekday): (Day | null)[][] {
  const before = daysIntoWeek(firstDayOf(month), weekStart);
  const places = [...Array<null>(before).fill(null), ...daysOf(month)];
  return Array.from({ length: Math.ceil(places.length / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => places[week * 7 + weekday] ?? null),
  );
}

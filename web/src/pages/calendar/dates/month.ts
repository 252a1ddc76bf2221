import { type Day, monthEnd } from '../../../../../domain/release/calendar.ts';

/** A month as its address writes it: `2026-12`. */
export type Month = string;

/** Beyond these the calendar has no pages: no feed tells of such books. */
export const FIRST_MONTH: Month = '1970-01';
export const LAST_MONTH: Month = '2099-12';

/** Whether this is how a month of the calendar is written. */
export function isMonth(written: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(written) && written >= FIRST_MONTH && written <= LAST_MONTH;
}

export const monthOf = (day: Day): Month => day.slice(0, 7);

export const firstDayOf = (month: Month): Day => `${month}-01`;

export const lastDayOf = (month: Month): Day => monthEnd(firstDayOf(month));

/** What the calendar of a month is asked with. */
export const daysAsked = (month: Month) => ({ from: firstDayOf(month), to: lastDayOf(month) });

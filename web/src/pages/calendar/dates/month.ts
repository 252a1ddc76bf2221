import { type Day, monthEnd } from '../../../../../domain/release/calendar.ts';

/** A month as in its address: `2026-12`. */
export type Month = string;

/** The calendar has no pages beyond these; no feed contains such books. */
export const FIRST_MONTH: Month = '1970-01';
export const LAST_MONTH: Month = '2099-12';

/** Whether the text is a month of the calendar. */
export function isMonth(written: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(written) && written >= FIRST_MONTH && written <= LAST_MONTH;
}

export const monthOf = (day: Day): Month => day.slice(0, 7);

export const firstDayOf = (month: Month): Day => `${month}-01`;

export const lastDayOf = (month: Month): Day => monthEnd(firstDayOf(month));

/** The arguments of a month's calendar query. */
export const daysAsked = (month: Month) => ({ from: firstDayOf(month), to: lastDayOf(month) });

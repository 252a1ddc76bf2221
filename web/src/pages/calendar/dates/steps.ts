import { addDays, addMonths, type Day, partsOf } from '../../../../../domain/release/calendar.ts';
import { firstDayOf, isMonth, lastDayOf, type Month, monthOf } from './month.ts';

/** Whether the text is an existing day in a month of the calendar. */
export function isDay(written: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written) || !isMonth(monthOf(written))) return false;
  return !written.endsWith('-00') && addDays(written, 0) === written;
}

/** Returns the month `months` later, or earlier if negative. */
export const addToMonth = (month: Month, months: number): Month =>
  monthOf(addMonths(firstDayOf(month), months));

/** Returns the same day `months` later, or that month's last day if it is too short. */
export function sameDayIn(day: Day, months: number): Day {
  const month = addToMonth(monthOf(day), months);
  const last = partsOf(lastDayOf(month)).day;
  return `${month}-${String(Math.min(partsOf(day).day, last)).padStart(2, '0')}`;
}

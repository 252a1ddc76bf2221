/** A calendar day in Japan as the API writes it: `2026-03-14`. */
export type Day = string;

/** The day of the week as in `Date`: 0 is Sunday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export interface DayParts {
  year: number;
  month: number;
  day: number;
}

/** Splits a day into its parts. Throws on anything but `YYYY-MM-DD`. */
export function partsOf(day: Day): DayParts {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || !date) throw new Error(`"${day}" is not a day like 2026-03-14`);
  return { year, month, day: date };
}

/** Returns the day `days` later, or earlier if negative. */
export function addDays(day: Day, days: number): Day {
  const { year, month, day: date } = partsOf(day);
  return format(Date.UTC(year, month - 1, date + days));
}

/** Returns the first day of the month that is `months` after the month of `day`. */
export function addMonths(day: Day, months: number): Day {
  const { year, month } = partsOf(day);
  return format(Date.UTC(year, month - 1 + months, 1));
}

/** Returns the last day of the month of `day`. */
export const monthEnd = (day: Day): Day => addDays(addMonths(day, 1), -1);

export const isMonthEnd = (day: Day): boolean => day === monthEnd(day);

export const isMonthStart = (day: Day): boolean => partsOf(day).day === 1;

/** Returns the number of calendar months that an interval touches. */
export function monthsIn(earliest: Day, latest: Day): number {
  const [from, to] = [partsOf(earliest), partsOf(latest)];
  return (to.year - from.year) * 12 + to.month - from.month + 1;
}

export const weekdayOf = (day: Day): Weekday => toDate(day).getUTCDay() as Weekday;

/** At noon the day is the same in every time zone of a formatter. */
export function toDate(day: Day): Date {
  const { year, month, day: date } = partsOf(day);
  return new Date(Date.UTC(year, month - 1, date, 12));
}

function format(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}

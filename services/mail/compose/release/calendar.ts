/** A calendar day in Japan: `2026-03-14`. */
export type Day = string;

export interface DayParts {
  year: number;
  month: number;
  day: number;
}

/** Takes a day apart. Throws on anything but `YYYY-MM-DD`. */
export function partsOf(day: Day): DayParts {
  const [year, month, date] = day.split('-').map(Number);
  if (!year || !month || !date) throw new Error(`"${day}" is not a day like 2026-03-14`);
  return { year, month, day: date };
}

/** The day `days` later, or earlier when negative. */
export function addDays(day: Day, days: number): Day {
  const { year, month, day: date } = partsOf(day);
  return toDay(Date.UTC(year, month - 1, date + days));
}

/** The first day of the month that lies `months` later than the month of `day`. */
export function addMonths(day: Day, months: number): Day {
  const { year, month } = partsOf(day);
  return toDay(Date.UTC(year, month - 1 + months, 1));
}

export function isMonthStart(day: Day): boolean {
  return partsOf(day).day === 1;
}

export function isMonthEnd(day: Day): boolean {
  return isMonthStart(addDays(day, 1));
}

/** How many calendar months an interval touches. */
export function monthsIn(earliest: Day, latest: Day): number {
  const [from, to] = [partsOf(earliest), partsOf(latest)];
  return (to.year - from.year) * 12 + to.month - from.month + 1;
}

function toDay(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}

import type { Holiday } from '@holiday-jp/holiday_jp/lib/types.js';
import type { Day } from '../../../../../domain/release/calendar.ts';
import type { Month } from './month.ts';

export type HolidaysOfYear = { [day: Day]: Holiday };

/** One small file per year since 2020; a reader fetches only the years they look at. */
const years = import.meta.glob<{ default: HolidaysOfYear }>(
  '../../../../../node_modules/@holiday-jp/holiday_jp/lib/holidays_every_year/20[2-9]?.js',
);

/** Returns the year of a day or month as a string. */
export const yearOf = (of: Day | Month): string => of.slice(0, 4);

const known = new Map<string, HolidaysOfYear>();

/** The loaded holidays of a year; undefined until they have loaded. */
export const knownHolidays = (year: string): HolidaysOfYear | undefined => known.get(year);

/** Returns the public holidays of Japan in a year; empty for a year not announced yet. */
export async function holidaysOf(year: string): Promise<HolidaysOfYear> {
  const found = Object.entries(years).find(([path]) => path.endsWith(`/${year}.js`));
  const holidays = found ? (await found[1]()).default : {};
  known.set(year, holidays);
  return holidays;
}

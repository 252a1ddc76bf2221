import type { Holiday } from '@holiday-jp/holiday_jp/lib/types.js';
import type { Day } from '../../../../../domain/release/calendar.ts';
import type { Month } from './month.ts';

export type HolidaysOfYear = { [day: Day]: Holiday };

/** One small file for each year since 2020, of which a reader fetches those that they look at. */
const years = import.meta.glob<{ default: HolidaysOfYear }>(
  '../../../../../node_modules/@holiday-jp/holiday_jp/lib/holidays_every_year/20[2-9]?.js',
);

/** The year of a day or a month, as it is written. */
export const yearOf = (of: Day | Month): string => of.slice(0, 4);

const known = new Map<string, HolidaysOfYear>();

/** What has arrived of a year; undefined while nothing has. */
export const knownHolidays = (year: string): HolidaysOfYear | undefined => known.get(year);

/** The public holidays of Japan in a year; none for a year that nobody has told of yet. */
export async function holidaysOf(year: string): Promise<HolidaysOfYear> {
  const found = Object.entries(years).find(([path]) => path.endsWith(`/${year}.js`));
  const holidays = found ? (await found[1]()).default : {};
  known.set(year, holidays);
  return holidays;
}

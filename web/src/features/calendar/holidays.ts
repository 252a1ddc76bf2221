import type { Holiday } from '@holiday-jp/holiday_jp/lib/types.js';
import { useEffect, useState } from 'react';
import { useLocale } from 'use-intl/react';
import type { Day } from '../release/calendar.ts';

type HolidaysOfYear = { [day: Day]: Holiday };

/** One small file for each year since 2020, of which a reader fetches those that they look at. */
const years = import.meta.glob<{ default: HolidaysOfYear }>(
  '../../../../node_modules/@holiday-jp/holiday_jp/lib/holidays_every_year/20[2-9]?.js',
);

/** The public holidays of Japan in a year; none for a year that nobody has told of yet. */
export async function holidaysOf(year: string): Promise<HolidaysOfYear> {
  const found = Object.entries(years).find(([path]) => path.endsWith(`/${year}.js`));
  return found ? (await found[1]()).default : {};
}

/** What a day of this year is called if it is a public holiday; nothing while that is not known. */
export function useHolidays(year: string): (day: Day) => string | undefined {
  const [holidays, setHolidays] = useState<HolidaysOfYear>({});
  const locale = useLocale();
  useEffect(() => {
    let isHere = true;
    holidaysOf(year).then(
      (known) => isHere && setHolidays(known),
      // A calendar without them is still a calendar.
      (error: unknown) => console.info(error),
    );
    return () => {
      isHere = false;
    };
  }, [year]);
  return (day) => holidays[day]?.[locale === 'ja' ? 'name' : 'name_en'];
}

import { useEffect, useState } from 'react';
import { useLocale } from 'use-intl/react';
import type { Day } from '../../../../../domain/release/calendar.ts';
import { type HolidaysOfYear, holidaysOf, knownHolidays } from './holidays.ts';

/**
 * Returns the name of a day of this year if it is a public holiday; null until they have loaded.
 */
export function useHolidays(year: string): ((day: Day) => string | undefined) | null {
  const [fetched, setFetched] = useState<{ year: string; holidays: HolidaysOfYear }>();
  const locale = useLocale();
  const holidays = knownHolidays(year) ?? (fetched?.year === year ? fetched.holidays : undefined);
  const isMissing = holidays === undefined;
  useEffect(() => {
    if (!isMissing) return undefined;
    let isHere = true;
    const tell = (found: HolidaysOfYear) => isHere && setFetched({ year, holidays: found });
    holidaysOf(year).then(tell, (error: unknown) => {
      // The calendar works without holidays.
      console.info(error);
      tell({});
    });
    return () => {
      isHere = false;
    };
  }, [year, isMissing]);
  return holidays ? (day) => holidays[day]?.[locale === 'ja' ? 'name' : 'name_en'] : null;
}

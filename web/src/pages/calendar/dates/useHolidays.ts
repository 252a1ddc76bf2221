import { useEffect, useState } from 'react';
import { useLocale } from 'use-intl/react';
import type { Day } from '../../../../../domain/release/calendar.ts';
import { type HolidaysOfYear, holidaysOf, knownHolidays } from './holidays.ts';

/** What a day of this year is called if it is a public holiday; null while that is not known. */
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
      // A calendar without them is still a calendar.
      console.info(error);
      tell({});
    });
    return () => {
      isHere = false;
    };
  }, [year, isMissing]);
  return holidays ? (day) => holidays[day]?.[locale === 'ja' ? 'name' : 'name_en'] : null;
}

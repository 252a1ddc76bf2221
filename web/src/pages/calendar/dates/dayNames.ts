import { dateLocale } from '../../../../../domain/language/dateLocale.ts';
import { type Day, toDate, type Weekday } from '../../../../../domain/release/calendar.ts';
import { firstDayOf, type Month } from './month.ts';

type DayNames = ReturnType<typeof makeDayNames>;

const made = new Map<string, DayNames>();

/**
 * The names of days and months in a language. Built once: a formatter is expensive, and a month
 * needs hundreds of names.
 */
export function dayNames(locale: string): DayNames {
  const names = made.get(locale) ?? makeDayNames(locale);
  made.set(locale, names);
  return names;
}

function makeDayNames(locale: string) {
  const named = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(dateLocale(locale), { timeZone: 'UTC', ...options });
    return (day: Day) => format.format(toDate(day));
  };
  const monthAndYear = named({ year: 'numeric', month: 'long' });
  const monthAlone = named({ month: 'long' });
  const weekday = named({ weekday: 'long' });
  const weekdayShort = named({ weekday: 'short' });
  // The first of February 2026 was a Sunday.
  const ofWeekday = (day: Weekday): Day => `2026-02-0${day + 1}`;
  return {
    /** 2026年12月 */
    month: (month: Month) => monthAndYear(firstDayOf(month)),
    /** 12月 */
    monthAlone: (month: Month) => monthAlone(firstDayOf(month)),
    /** 12月5日 */
    monthAndDay: named({ month: 'long', day: 'numeric' }),
    /** 12月5日(土) */
    day: named({ month: 'long', day: 'numeric', weekday: 'short' }),
    /** 5日(土) */
    dayAlone: named({ day: 'numeric', weekday: 'short' }),
    /** 2026年12月5日(土) */
    dayAndYear: named({ year: 'numeric', month: 'long', day: 'numeric', weekday: 'short' }),
    /** 土曜日 */
    weekdayLongOf: weekday,
    /** 土 */
    weekdayOf: weekdayShort,
    weekday: (day: Weekday) => weekday(ofWeekday(day)),
    weekdayShort: (day: Weekday) => weekdayShort(ofWeekday(day)),
  };
}

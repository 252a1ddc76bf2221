import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl/react';
import type { Day } from '../../../../../domain/release/calendar.ts';
import { dayNames } from './dayNames.ts';

/** The names of days and months in the page's language. */
export function useDayWords() {
  const locale = useLocale();
  const t = useTranslations('calendar');
  return useMemo(() => {
    const names = dayNames(locale);
    return {
      ...names,
      /** 12月5日 土曜日, worded for screen readers. */
      spoken: (day: Day) =>
        t('date', { day: names.monthAndDay(day), weekday: names.weekdayLongOf(day) }),
    };
  }, [locale, t]);
}

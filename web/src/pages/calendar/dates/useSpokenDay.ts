import { useTranslations } from 'use-intl/react';
import type { Day } from '../../../../../domain/release/calendar.ts';
import { useDayWords } from './useDayWords.ts';

interface SpokenDay {
  day: Day;
  today: Day;
  holiday?: string | undefined;
  /** Undefined while unknown. */
  count?: number | undefined;
}

/** The full label of a day's link: 12月5日 土曜日 3冊. */
export function useSpokenDay(): (spoken: SpokenDay) => string {
  const t = useTranslations('calendar');
  const words = useDayWords();
  return ({ day, today, holiday, count }) =>
    [
      words.spoken(day),
      day === today && t('today'),
      holiday,
      count !== undefined && t('count', { count }),
    ]
      .filter(Boolean)
      .join(t('joiner'));
}

import { useLocale, useTranslations } from 'use-intl/react';
import { dateLocale } from '../../../../../domain/language/dateLocale.ts';
import { type Day, toDate } from '../../../../../domain/release/calendar.ts';

/** The line across the page that marks today. */
export function TodayLine({ today }: { today: Day }) {
  const t = useTranslations('upcoming');
  const date = new Intl.DateTimeFormat(dateLocale(useLocale()), {
    timeZone: 'UTC',
    month: 'long',
    day: 'numeric',
    weekday: 'short',
  });
  return (
    <p className="today-line">
      <span className="today-line__word">{t('today')}</span>
      <time dateTime={today}>{date.format(toDate(today))}</time>
    </p>
  );
}

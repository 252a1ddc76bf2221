import { useLocale } from 'use-intl/react';
import { type Day, dateLocale, partsOf, toDate } from '../release/calendar.ts';

/** A day set large: 12月5日 土, with the year where it is not this one. */
export function DayHeading({ day, today }: { day: Day; today: Day }) {
  const { year } = partsOf(day);
  const locale = useLocale();
  const format = new Intl.DateTimeFormat(dateLocale(locale), {
    timeZone: 'UTC',
    month: locale === 'ja' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
    ...(year === partsOf(today).year ? {} : { year: 'numeric' }),
  });
  return (
    <time dateTime={day} className={`day day--${locale}`}>
      {format.formatToParts(toDate(day)).map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one date never change places
        <span key={index} className={`day__${part.type}`}>
          {part.type === 'literal' ? part.value.replace(/[(),]/g, ' ') : part.value}
        </span>
      ))}
    </time>
  );
}

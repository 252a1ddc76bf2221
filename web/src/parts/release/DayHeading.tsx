import { useLocale } from 'use-intl/react';
import { dateLocale } from '../../../../domain/language/dateLocale.ts';
import { type Day, partsOf, toDate } from '../../../../domain/release/calendar.ts';

/** A day in large type: 12月5日 土, with the year above unless it is the current one. */
export function DayHeading({ day, today }: { day: Day; today: Day }) {
  const isThisYear = partsOf(day).year === partsOf(today).year;
  const locale = useLocale();
  const year = new Intl.DateTimeFormat(dateLocale(locale), { timeZone: 'UTC', year: 'numeric' });
  const format = new Intl.DateTimeFormat(dateLocale(locale), {
    timeZone: 'UTC',
    month: locale === 'ja' ? 'long' : 'short',
    day: 'numeric',
    weekday: 'short',
  });
  return (
    <time dateTime={day} className={`day day--${locale}`}>
      {!isThisYear && <span className="day__year">{year.format(toDate(day))}</span>}
      {format.formatToParts(toDate(day)).map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one date never change places
        <span key={index} className={`day__${part.type}`}>
          {part.type === 'literal' ? part.value.replace(/[(),]/g, ' ') : part.value}
        </span>
      ))}
    </time>
  );
}

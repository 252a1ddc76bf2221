import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { addDays, type Day, partsOf } from '../release/calendar.ts';
import { PageTitle } from '../shell/PageTitle.tsx';
import { addressOfDay, addressOfMonth } from './calendarAddress.ts';
import { useHolidays } from './holidays.ts';
import { isDay, monthOf } from './month.ts';
import { ReleasedBooks } from './ReleasedBooks.tsx';
import { useDayWords } from './useDayWords.ts';

/** The books of one day, with the ways to the days beside it. */
export function DayPage({ day, today }: { day: Day; today: Day }) {
  const t = useTranslations('calendar');
  const words = useDayWords();
  const holiday = useHolidays(day.slice(0, 4))(day);
  const isOfThisYear = partsOf(day).year === partsOf(today).year;
  const name = isOfThisYear ? words.day(day) : words.dayAndYear(day);
  const before = addDays(day, -1);
  const after = addDays(day, 1);
  return (
    <>
      <PageTitle title={t('title', { month: name })} />
      <p className="released__holiday">
        {[day === today && t('today'), holiday].filter(Boolean).join(t('joiner'))}
      </p>
      <nav className="month-nav" aria-label={t('days')}>
        {isDay(before) ? (
          <Link className="month-nav__previous" to={addressOfDay(before)}>
            {words.day(before)}
          </Link>
        ) : (
          <span />
        )}
        <Link className="button month-nav__pick" to={addressOfMonth(monthOf(day))}>
          {t('toMonth', { month: words.monthAlone(monthOf(day)) })}
        </Link>
        {isDay(after) && (
          <Link className="month-nav__next" to={addressOfDay(after)}>
            {words.day(after)}
          </Link>
        )}
      </nav>
      <ReleasedBooks
        release={{ precision: 'DAY', earliest: day, latest: day }}
        empty={{ title: t('emptyDay', { day: name }), note: t('emptyDayNote') }}
      />
    </>
  );
}

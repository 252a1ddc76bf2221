import { useTranslations } from 'use-intl/react';
import { type Day, partsOf } from '../../../../../domain/release/calendar.ts';
import { PageTitle } from '../../../parts/page/PageTitle.tsx';
import { yearOf } from '../dates/holidays.ts';
import { useDayWords } from '../dates/useDayWords.ts';
import { useHolidays } from '../dates/useHolidays.ts';
import { DayNavigation } from '../navigation/DayNavigation.tsx';
import { ReleasedBooks } from './ReleasedBooks.tsx';

/** The books of one day. */
export function DayPage({ day, today }: { day: Day; today: Day }) {
  const t = useTranslations('calendar');
  const words = useDayWords();
  const holiday = useHolidays(yearOf(day))?.(day);
  const isOfThisYear = partsOf(day).year === partsOf(today).year;
  const name = isOfThisYear ? words.day(day) : words.dayAndYear(day);
  return (
    <>
      <PageTitle title={t('title', { month: name })} />
      <DayNavigation day={day} />
      <p className="released__note">
        {[day === today && t('today'), holiday].filter(Boolean).join(t('joiner'))}
      </p>
      <ReleasedBooks
        release={{ precision: 'DAY', earliest: day, latest: day }}
        empty={{ title: t('emptyDay', { day: name }), note: t('emptyDayNote') }}
      />
    </>
  );
}

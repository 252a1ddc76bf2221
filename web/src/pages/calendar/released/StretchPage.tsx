import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import type { Day } from '../../../../../domain/release/calendar.ts';
import { wordRelease } from '../../../../../domain/release/wordRelease.ts';
import { PageTitle } from '../../../parts/page/PageTitle.tsx';
import { useReleaseWords } from '../../../parts/release/useReleaseWords.ts';
import { addressOfMonth, type Stretch } from '../dates/calendarAddress.ts';
import { monthOf } from '../dates/month.ts';
import { useDayWords } from '../dates/useDayWords.ts';
import { ReleasedBooks } from './ReleasedBooks.tsx';

/** The books of one release period whose days are not known yet. */
export function StretchPage({ stretch, today }: { stretch: Stretch; today: Day }) {
  const t = useTranslations('calendar');
  const words = useReleaseWords();
  const { month } = useDayWords();
  const name = wordRelease({ ...stretch, text: '' }, { words });
  const home = monthOf(stretch.earliest ?? stretch.latest ?? today);
  return (
    <>
      <PageTitle title={t('stretchTitle', { when: name })} />
      <nav className="steps" aria-label={t('days')}>
        <Link className="button steps__home" to={addressOfMonth(home)}>
          {t('toMonth', { month: month(home) })}
        </Link>
      </nav>
      <p className="released__note">{t('vagueNote')}</p>
      <ReleasedBooks
        release={stretch}
        empty={{ title: t('emptyDay', { day: name }), note: t('emptyDayNote') }}
      />
    </>
  );
}

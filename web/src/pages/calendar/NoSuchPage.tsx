import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import type { Day } from '../../../../domain/release/calendar.ts';
import { PageTitle } from '../../parts/page/PageTitle.tsx';
import { addressOfMonth } from './dates/calendarAddress.ts';
import { FIRST_MONTH, LAST_MONTH, monthOf } from './dates/month.ts';
import { useDayWords } from './dates/useDayWords.ts';

/** Shown for an address that is neither a day nor a month. */
export function NoSuchPage({ today }: { today: Day }) {
  const t = useTranslations('calendar');
  const words = useDayWords();
  return (
    <div className="message">
      <PageTitle title={t('noSuch')} />
      <p>{t('noSuchNote', { from: words.month(FIRST_MONTH), to: words.month(LAST_MONTH) })}</p>
      <Link to={addressOfMonth(monthOf(today))}>{t('toThisMonth')}</Link>
    </div>
  );
}

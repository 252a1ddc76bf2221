import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import type { Day } from '../../../../domain/release/calendar.ts';
import { PageTitle } from '../../parts/page/PageTitle.tsx';
import { addressOfMonth } from './dates/calendarAddress.ts';
import { FIRST_MONTH, LAST_MONTH, monthOf } from './dates/month.ts';
import { useDayWords } from './dates/useDayWords.ts';

/** An address that no day and no month has. */
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

import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import type { Day } from '../release/calendar.ts';
import { PageTitle } from '../shell/PageTitle.tsx';
import { addressOfMonth } from './calendarAddress.ts';
import { FIRST_MONTH, LAST_MONTH, monthOf } from './month.ts';
import { useDayWords } from './useDayWords.ts';

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

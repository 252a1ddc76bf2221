import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import type { Day } from '../../../../../domain/release/calendar.ts';
import { addressOfMonth } from '../dates/calendarAddress.ts';
import { type Month, monthOf } from '../dates/month.ts';
import { TODAY_ID } from './MonthAgenda.tsx';

/** Links to the current month, and in its agenda to today. */
export function ToToday({ month, today }: { month: Month; today: Day }) {
  const t = useTranslations('calendar');
  if (month !== monthOf(today)) {
    return <Link to={addressOfMonth(monthOf(today))}>{t('toThisMonth')}</Link>;
  }
  return (
    <button
      type="button"
      className="plain-button to-today"
      onClick={() => {
        const today = document.getElementById(TODAY_ID);
        today?.scrollIntoView();
        // The elements around it get their real height only now.
        requestAnimationFrame(() => today?.scrollIntoView());
        today?.focus({ preventScroll: true });
      }}
    >
      {t('toToday')}
    </button>
  );
}

import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { addDays, type Day } from '../../../../../domain/release/calendar.ts';
import { addressOfDay, addressOfMonth } from '../dates/calendarAddress.ts';
import { monthOf } from '../dates/month.ts';
import { isDay } from '../dates/steps.ts';
import { useDayWords } from '../dates/useDayWords.ts';
import { StepLink } from './StepLink.tsx';

/** Links to the previous and next days and back to the month. */
export function DayNavigation({ day }: { day: Day }) {
  const t = useTranslations('calendar');
  const words = useDayWords();
  const step = (side: 'previous' | 'next', to: Day) =>
    isDay(to) && (
      <StepLink
        side={side}
        to={addressOfDay(to)}
        name={words.spoken(to)}
        short={words.dayAlone(to)}
      />
    );
  return (
    <nav className="steps" aria-label={t('days')}>
      {step('previous', addDays(day, -1))}
      <Link className="button steps__home" to={addressOfMonth(monthOf(day))}>
        {t('toMonth', { month: words.monthAlone(monthOf(day)) })}
      </Link>
      {step('next', addDays(day, 1))}
    </nav>
  );
}

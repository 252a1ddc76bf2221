import { useTranslations } from 'use-intl/react';
import { addressOfMonth } from './calendarAddress.ts';
import { MonthPicker } from './MonthPicker.tsx';
import { isMonth, type Month } from './month.ts';
import { StepLink } from './StepLink.tsx';
import { addToMonth } from './steps.ts';
import { useDayWords } from './useDayWords.ts';

/** Leads to the months before and after, and to any other. */
export function MonthNavigation({ month }: { month: Month }) {
  const t = useTranslations('calendar');
  const words = useDayWords();
  const step = (side: 'previous' | 'next', to: Month) =>
    isMonth(to) && (
      <StepLink
        side={side}
        to={addressOfMonth(to)}
        name={t(side, { month: words.month(to) })}
        short={words.monthAlone(to)}
      />
    );
  return (
    <nav className="steps" aria-label={t('months')}>
      {step('previous', addToMonth(month, -1))}
      <MonthPicker month={month} />
      {step('next', addToMonth(month, 1))}
    </nav>
  );
}

import { useTranslations } from 'use-intl/react';
import { addressOfMonth } from '../dates/calendarAddress.ts';
import { isMonth, type Month } from '../dates/month.ts';
import { addToMonth } from '../dates/steps.ts';
import { useDayWords } from '../dates/useDayWords.ts';
import { MonthPicker } from './MonthPicker.tsx';
import { StepLink } from './StepLink.tsx';

/** Links to the previous and next months and to any other. */
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

import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { arrivingAt, placeOf } from './arrival.ts';
import { addressOfMonth } from './calendarAddress.ts';
import { MonthPicker } from './MonthPicker.tsx';
import { addToMonth, isMonth, type Month } from './month.ts';
import { useDayWords } from './useDayWords.ts';

/** Leads to the months before and after, and to any other. */
export function MonthNavigation({ month }: { month: Month }) {
  const t = useTranslations('calendar');
  return (
    <nav className="month-nav" aria-label={t('months')}>
      <Neighbour month={addToMonth(month, -1)} side="previous" />
      <MonthPicker month={month} />
      <Neighbour month={addToMonth(month, 1)} side="next" />
    </nav>
  );
}

/** Keeps the keyboard, so that one goes through many months with one key. */
function Neighbour({ month, side }: { month: Month; side: 'previous' | 'next' }) {
  const t = useTranslations('calendar');
  const words = useDayWords();
  const link = useRef<HTMLAnchorElement>(null);
  const place = placeOf(useLocation().state);
  useEffect(() => {
    if (place === side) link.current?.focus({ preventScroll: true });
  }, [place, side]);
  if (!isMonth(month)) return <span />;
  return (
    <Link
      ref={link}
      className={`month-nav__${side}`}
      to={addressOfMonth(month)}
      state={arrivingAt(side)}
      aria-label={t(side, { month: words.month(month) })}
    >
      {words.monthAlone(month)}
    </Link>
  );
}

import { useTranslations } from 'use-intl/react';
import type { CalendarDayPartsFragment } from '../../generated/documents.ts';
import { Failure } from '../feedback/Failure.tsx';
import { Stale } from '../feedback/Stale.tsx';
import type { Day } from '../release/calendar.ts';
import { PageTitle } from '../shell/PageTitle.tsx';
import { MonthAgenda } from './MonthAgenda.tsx';
import { MonthNavigation } from './MonthNavigation.tsx';
import { MonthTable } from './MonthTable.tsx';
import { lastDayOf, type Month } from './month.ts';
import { stretchesOf } from './stretchesOf.ts';
import { ToToday } from './ToToday.tsx';
import { useDayWords } from './useDayWords.ts';
import { useIsWide } from './useIsWide.ts';
import { useReleaseCalendar } from './useReleaseCalendar.ts';
import { VagueStretches } from './VagueStretches.tsx';

/** The month of releases: a table on wide screens, an agenda on phones and on paper. */
export function MonthPage({ month, today }: { month: Month; today: Day }) {
  const t = useTranslations('calendar');
  const name = useDayWords().month(month);
  const isWide = useIsWide();
  const { days, stretches, failed, isStale, retry } = useReleaseCalendar(month);
  const vague = stretchesOf(stretches ?? [], month, today);
  const isEmpty = days?.size === 0 && vague.length === 0;

  function summary(known: Map<Day, CalendarDayPartsFragment>) {
    if (!isEmpty) return t('summary', { count: total(known) });
    return t(lastDayOf(month) < today ? 'emptyPast' : 'empty', { month: name });
  }

  return (
    <>
      <PageTitle title={t('title', { month: name })} />
      <MonthNavigation month={month} />
      <div className="month-head">
        <p role="status">{days && summary(days)}</p>
        <ToToday month={month} today={today} />
      </div>
      <Stale words={isStale && t('stale')} onRetry={retry} />
      {failed ? (
        <Failure onRetry={retry} />
      ) : (
        <>
          {isWide && <MonthTable month={month} today={today} days={days} name={name} />}
          <MonthAgenda month={month} today={today} days={days} />
          {isEmpty && <p className="month-empty">{t('emptyNote')}</p>}
          {vague.length > 0 && <VagueStretches stretches={vague} month={month} />}
        </>
      )}
    </>
  );
}

function total(days: Map<Day, CalendarDayPartsFragment>): number {
  return [...days.values()].reduce((sum, { bookCount }) => sum + bookCount, 0);
}

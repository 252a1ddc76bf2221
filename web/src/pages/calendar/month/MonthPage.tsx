import { useTranslations } from 'use-intl/react';
import type { Day } from '../../../../../domain/release/calendar.ts';
import type { CalendarDayPartsFragment } from '../../../generated/documents.ts';
import { Failure } from '../../../parts/feedback/Failure.tsx';
import { Stale } from '../../../parts/feedback/Stale.tsx';
import { PageTitle } from '../../../parts/page/PageTitle.tsx';
import { MonthAgenda } from '../agenda/MonthAgenda.tsx';
import { ToToday } from '../agenda/ToToday.tsx';
import { useReleaseCalendar } from '../books/useReleaseCalendar.ts';
import { lastDayOf, type Month } from '../dates/month.ts';
import { useDayWords } from '../dates/useDayWords.ts';
import { MonthNavigation } from '../navigation/MonthNavigation.tsx';
import { stretchesOf } from '../stretches/stretchesOf.ts';
import { VagueStretches } from '../stretches/VagueStretches.tsx';
import { MonthTable } from './MonthTable.tsx';
import { useIsWide } from './useIsWide.ts';

/** A month's releases: a table on wide screens, an agenda on phones and on paper. */
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

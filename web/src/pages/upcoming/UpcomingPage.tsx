import { Navigate } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { useSessionState } from '../../lib/session/SessionContext.ts';
import { PageTitle } from '../../parts/page/PageTitle.tsx';
import { useToday } from '../../parts/release/useToday.ts';
import { ConsentNote } from '../../parts/subscription/ConsentNote.tsx';
import { OverdueBooks } from './books/OverdueBooks.tsx';
import { UpcomingFilters } from './filters/UpcomingFilters.tsx';
import { UpcomingTimeline } from './timeline/UpcomingTimeline.tsx';
import { conditionsOf, filterOf } from './wish/upcomingWish.ts';
import { useUpcomingFilter } from './wish/useUpcomingFilter.ts';
import './upcoming.css';

/** All announced books on a timeline that starts today. */
export function UpcomingPage() {
  const t = useTranslations('upcoming');
  const today = useToday();
  const signedIn = useSessionState() === 'signedIn';
  const { wish, change, remembered } = useUpcomingFilter();
  if (remembered !== null) return <Navigate replace to={{ search: remembered }} />;
  const filter = filterOf(wish, signedIn);
  const conditions = conditionsOf(wish, signedIn);
  const isOfAllDays = !conditions.includes('dates') && wish.order === 'release';
  return (
    <>
      <PageTitle title={t('title')} />
      <UpcomingFilters wish={wish} onChange={change} signedIn={signedIn} today={today} />
      <ConsentNote />
      {isOfAllDays && <OverdueBooks key={JSON.stringify(filter)} filter={filter} today={today} />}
      <UpcomingTimeline {...{ filter, today, wish, conditions }} onChange={change} />
    </>
  );
}

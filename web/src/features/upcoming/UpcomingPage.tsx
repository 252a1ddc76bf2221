import { useTranslations } from 'use-intl/react';
import { useSessionState } from '../../auth/SessionContext.ts';
import { useToday } from '../release/useToday.ts';
import { PageTitle } from '../shell/PageTitle.tsx';
import { ConsentNote } from '../subscription/ConsentNote.tsx';
import { OverdueBooks } from './OverdueBooks.tsx';
import { UpcomingFilters } from './UpcomingFilters.tsx';
import { UpcomingTimeline } from './UpcomingTimeline.tsx';
import { useUpcomingFilter } from './useUpcomingFilter.ts';
import './upcoming.css';

/** Everything that is announced, on a timeline that begins today. */
export function UpcomingPage() {
  const t = useTranslations('upcoming');
  const today = useToday();
  const signedIn = useSessionState() === 'signedIn';
  const { wish, change } = useUpcomingFilter();
  const filter = {
    ...(wish.text ? { text: wish.text } : {}),
    ...(wish.publisher ? { publisher: wish.publisher } : {}),
    ...(wish.subscribed && signedIn ? { subscribed: true } : {}),
  };
  return (
    <>
      <PageTitle title={t('title')} />
      <UpcomingFilters wish={wish} onChange={change} signedIn={signedIn} />
      <ConsentNote />
      <OverdueBooks key={JSON.stringify(filter)} filter={filter} today={today} />
      <UpcomingTimeline filter={filter} today={today} wish={wish} />
    </>
  );
}

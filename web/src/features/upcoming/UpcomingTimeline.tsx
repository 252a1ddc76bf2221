import { useTranslations } from 'use-intl/react';
import type { UpcomingBooksFilter } from '../../generated/documents.ts';
import { Empty } from '../feedback/Empty.tsx';
import { Failure } from '../feedback/Failure.tsx';
import { ListSkeleton } from '../feedback/ListSkeleton.tsx';
import { MoreButton } from '../feedback/MoreButton.tsx';
import type { Day } from '../release/calendar.ts';
import { groupByRelease } from './groupByRelease.ts';
import { UpcomingSections } from './UpcomingSections.tsx';
import { useReachingAhead } from './useReachingAhead.ts';
import { useUpcomingBooks } from './useUpcomingBooks.ts';
import type { UpcomingWish } from './useUpcomingFilter.ts';

interface UpcomingTimelineProps {
  filter: UpcomingBooksFilter;
  today: Day;
  wish: UpcomingWish;
}

/** The books that may come today or later, by day, with more at the press of a button. */
export function UpcomingTimeline({ filter, today, wish }: UpcomingTimelineProps) {
  const t = useTranslations('upcoming');
  const page = useUpcomingBooks({ ...filter, from: today });
  const timeline = groupByRelease(page.books ?? [], today);
  useReachingAhead(page, timeline);
  if (page.failed) return <Failure onRetry={page.retry} />;
  if (!page.books) return <ListSkeleton />;
  if (page.books.length === 0) return <NothingUpcoming wish={wish} />;
  return (
    <div className="timeline" aria-busy={page.isStale}>
      <UpcomingSections books={page.books} today={today} />
      <MoreButton page={page} label={t('more')} end={t('end')} />
    </div>
  );
}

function NothingUpcoming({ wish }: { wish: UpcomingWish }) {
  const t = useTranslations('upcoming');
  if (wish.text || wish.publisher) return <Empty title={t('nothing')} note={t('nothingNote')} />;
  if (wish.subscribed) {
    return <Empty title={t('nothingSubscribed')} note={t('nothingSubscribedNote')} />;
  }
  return <Empty title={t('empty')} note={t('emptyNote')} />;
}

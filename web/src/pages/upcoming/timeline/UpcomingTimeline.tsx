import { useRef } from 'react';
import { useTranslations } from 'use-intl/react';
import type { Day } from '../../../../../domain/release/calendar.ts';
import type { UpcomingBooksFilter } from '../../../generated/documents.ts';
import { Failure } from '../../../parts/feedback/Failure.tsx';
import { Stale } from '../../../parts/feedback/Stale.tsx';
import { MoreButton } from '../../../parts/list/MoreButton.tsx';
import { useLoadingAhead } from '../../../parts/list/useLoadingAhead.ts';
import { useReturning } from '../../../parts/list/useReturning.ts';
import { MarkingContext, useMarkingFor } from '../../../parts/marking/MarkingContext.ts';
import { useUpcomingBooks } from '../books/useUpcomingBooks.ts';
import type { FieldProps } from '../wish/fields.ts';
import { type Condition, daysOf, orderOf } from '../wish/upcomingWish.ts';
import { AnnouncedSections } from './AnnouncedSections.tsx';
import { NothingUpcoming } from './NothingUpcoming.tsx';
import { UpcomingSections } from './UpcomingSections.tsx';
import { UpcomingSkeleton } from './UpcomingSkeleton.tsx';

interface UpcomingTimelineProps extends FieldProps {
  filter: UpcomingBooksFilter;
  today: Day;
  conditions: readonly Condition[];
}

/** The books that may appear today or later, in order, loaded as the reader scrolls. */
export function UpcomingTimeline(props: UpcomingTimelineProps) {
  const { filter, today, wish, onChange, conditions } = props;
  const t = useTranslations();
  const page = useUpcomingBooks({
    filter: { ...filter, ...daysOf(wish, today) },
    ...orderOf(wish),
  });
  const end = useRef<HTMLDivElement>(null);
  const goOn = useLoadingAhead(page, end);
  useReturning(page);
  const { books = [], failed, isStale, hasMore } = page;
  const marking = useMarkingFor(wish.text);
  const isThere = books.length > 0;
  // The order of the shown books, which lags behind the requested one while they are stale.
  const shown = useRef(wish.order);
  if (!isStale) shown.current = wish.order;

  function found(): string {
    if (isStale || (hasMore && conditions.length === 0)) return '';
    return t(hasMore ? 'browse.foundMore' : 'browse.found', { count: books.length });
  }

  return (
    <>
      <p role="status" className={isThere ? 'found' : 'unseen'}>
        {found()}
      </p>
      <Stale words={failed && isThere && t('browse.stale')} onRetry={page.retry} />
      {failed && !isThere && <Failure onRetry={page.retry} />}
      {!failed && isStale && !isThere && <UpcomingSkeleton />}
      {!failed && !isStale && !isThere && (
        <NothingUpcoming wish={wish} onChange={onChange} conditions={conditions} />
      )}
      {isThere && (
        <div className="timeline" aria-busy={isStale && !failed}>
          <MarkingContext value={marking}>
            {shown.current === 'release' ? (
              <UpcomingSections books={books} today={today} />
            ) : (
              <AnnouncedSections books={books} today={today} />
            )}
          </MarkingContext>
          <div ref={end}>
            {!isStale && (
              <MoreButton
                page={{ ...page, more: goOn }}
                label={t('upcoming.more')}
                end={t('upcoming.end')}
              />
            )}
          </div>
        </div>
      )}
    </>
  );
}

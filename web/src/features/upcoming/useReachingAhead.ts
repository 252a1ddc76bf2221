import { useEffect, useRef } from 'react';
import type { Timeline } from './groupByRelease.ts';
import type { UpcomingBooks } from './useUpcomingBooks.ts';

/** Beyond so many books a reader decides whether to go on. */
const FAR = 300;

/**
 * Goes on by itself while there are only books whose time has begun, as many that are known to the
 * year alone: a timeline that opens without a day ahead would tell its reader nothing.
 */
export function useReachingAhead(page: UpcomingBooks, { begun, ahead }: Timeline): void {
  const loaded = page.books?.length ?? 0;
  const wanted = begun.length > 0 && ahead.length === 0 && page.hasMore && !page.isStale;
  const reaching = wanted && loaded < FAR && page.moreState === 'idle';
  // A page that has been answered is not yet a page that has been shown: asking again meanwhile
  // would ask for the same one, without end.
  const askedAt = useRef(-1);
  useEffect(() => {
    if (!reaching || askedAt.current === loaded) return;
    askedAt.current = loaded;
    page.more();
  });
}

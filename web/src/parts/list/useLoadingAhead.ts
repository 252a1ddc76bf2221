import { type RefObject, useEffect, useRef } from 'react';
import type { GrowingList } from './GrowingList.ts';

/** Two screens before the end, so that a scrolling reader seldom sees it. */
const AHEAD = '0px 0px 1800px 0px';

/** This many pages load automatically; then the reader decides, and the footer is reachable. */
const MOST_PAGES = 5;

/**
 * Loads more of a list when its end comes near. Returns the callback for the reader's own request.
 * Loads nothing automatically after a failure or while the focus is at the end of the page.
 */
export function useLoadingAhead(page: GrowingList, end: RefObject<HTMLElement | null>) {
  const left = useRef(MOST_PAGES);
  const list = useRef(page.list);
  if (list.current !== page.list) {
    list.current = page.list;
    left.current = MOST_PAGES;
  }
  // Loaded books may not be rendered yet; this prevents a second request for the same page.
  const askedBehind = useRef<GrowingList['books']>(undefined);
  const isReady = page.hasMore && !page.isStale && page.moreState === 'idle';

  useEffect(() => {
    if (!isReady || !end.current) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting || left.current === 0) return;
        if (askedBehind.current === page.books) return;
        if (document.activeElement?.closest('footer')) return;
        askedBehind.current = page.books;
        left.current -= 1;
        page.more();
      },
      { rootMargin: AHEAD },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  });

  return () => {
    left.current = MOST_PAGES;
    page.more();
  };
}

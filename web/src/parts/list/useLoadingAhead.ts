import { type RefObject, useEffect, useRef } from 'react';
import type { GrowingList } from './GrowingList.ts';

/** Begun two screens before the end, so that whoever scrolls seldom sees it. */
const AHEAD = '0px 0px 1800px 0px';

/** So many pages come by themselves; then the reader decides, and the foot of the page is in reach. */
const MOST_PAGES = 5;

/**
 * Continues a list when its end comes near. Returns what a reader's own wish to go on is told by.
 * Nothing comes by itself after a failure, nor while the focus is at the foot of the page.
 */
export function useLoadingAhead(page: GrowingList, end: RefObject<HTMLElement | null>) {
  const left = useRef(MOST_PAGES);
  const list = useRef(page.list);
  if (list.current !== page.list) {
    list.current = page.list;
    left.current = MOST_PAGES;
  }
  // Books that have been answered are not yet books that are shown: the next page is asked for once.
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

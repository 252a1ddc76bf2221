import { useEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { ofThisTab } from '../../lib/browserMemory.ts';
import type { GrowingList } from './GrowingList.ts';

/** The API's maximum page size. */
const AT_ONCE = 100;
const FAR = 1_000;

/** Reloads as many books as there were when the reader left or reloaded this history entry. */
export function useReturning(page: GrowingList): void {
  const { key, search } = useLocation();
  const type = useNavigationType();
  const memory = `upcoming.${key}${search}`;
  const loaded = page.books?.length ?? 0;
  const isReady = !page.isStale && page.moreState === 'idle';
  const askedBehind = useRef<GrowingList['books']>(undefined);
  const wanted = useRef<{ memory: string; count: number }>(undefined);
  if (wanted.current?.memory !== memory) {
    const isBack = type === 'POP' && ofThisTab.recall(`scroll.${key}`) !== null;
    wanted.current = { memory, count: isBack ? Number(ofThisTab.recall(memory)) : 0 };
  }

  useEffect(() => {
    const count = Math.min(wanted.current?.count ?? 0, FAR);
    if (!isReady) return;
    if (loaded < count && page.hasMore) {
      if (askedBehind.current === page.books) return;
      askedBehind.current = page.books;
      page.more(Math.min(AT_ONCE, count - loaded));
    } else {
      ofThisTab.keep(memory, String(loaded));
    }
  });
}

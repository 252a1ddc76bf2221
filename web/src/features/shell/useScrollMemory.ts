import { useEffect, useLayoutEffect, useState } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { ofThisTab } from '../../browserMemory.ts';
import { type Place, readPlace, scrollToPlace, writePlace } from './place.ts';

/** How long a page that is still growing is followed to where its reader was. */
const PATIENCE_MS = 3000;

/** What a reader does to a page that moves by itself takes it over. */
const HANDS = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/**
 * Begins a new page at its top, and a page come back to where its reader left it, once enough of it
 * has arrived. A change of filter, whose address says that it `stays`, leaves the page where it is.
 */
export function useScrollMemory(): void {
  const { key, pathname, state } = useLocation();
  const type = useNavigationType();
  useState(() => forgetUnlessBack(key));

  useEffect(() => {
    history.scrollRestoration = 'manual';
  }, []);

  // Changes hands in the same moment as the page, lest the top of the next page be noted for this one.
  useLayoutEffect(() => {
    const remember = () => ofThisTab.keep(`scroll.${key}`, writePlace());
    addEventListener('scrollend', remember);
    return () => removeEventListener('scrollend', remember);
  }, [key]);

  const stays = type === 'REPLACE' || state?.stays === true;
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs on arriving, not on a filter
  useLayoutEffect(() => {
    if (type === 'POP') return followTo(readPlace(ofThisTab.recall(`scroll.${key}`)));
    scrollTo(0, 0);
    return undefined;
  }, [pathname, type === 'POP' || !stays ? key : '']);
}

/** An address that is opened anew begins at its top, unlike one reloaded or come back to. */
function forgetUnlessBack(key: string): void {
  const [arrival] = performance.getEntriesByType('navigation');
  if (arrival && Reflect.get(arrival, 'type') === 'navigate') ofThisTab.forget(`scroll.${key}`);
}

function followTo(place: Place): () => void {
  const growth = new ResizeObserver(() => {
    const isThere = scrollToPlace(place);
    // What stands above a known element may still take its real height.
    if (isThere && !place.id) growth.disconnect();
  });
  growth.observe(document.body);
  const end = () => {
    clearTimeout(timer);
    growth.disconnect();
    for (const hand of HANDS) removeEventListener(hand, end);
  };
  const timer = setTimeout(end, PATIENCE_MS);
  for (const hand of HANDS) addEventListener(hand, end, { passive: true });
  return end;
}

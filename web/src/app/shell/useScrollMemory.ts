import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { ofThisTab } from '../../lib/browserMemory.ts';
import { type Place, readPlace, scrollToPlace, writePlace } from './place.ts';

/** How long a page that is still growing is followed to where its reader was. */
const PATIENCE_MS = 3000;

/** An address that names a part of the page is followed until that has come. */
const PART_PATIENCE_MS = 30_000;

/** What a reader does to a page that moves by itself takes it over. */
const HANDS = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/**
 * Begins a new page at its top or at the part that the address names, and a page come back to where its
 * reader left it, once enough of it has arrived. A change of filter, whose address says that it `stays`,
 * leaves the page where it is.
 */
export function useScrollMemory(): void {
  const { key, pathname, hash, state } = useLocation();
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

  const before = useRef<string>(undefined);
  const stays = type === 'REPLACE' || state?.stays === true;
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs on arriving at an address
  useLayoutEffect(() => {
    const isSamePage = before.current === pathname;
    before.current = pathname;
    const kept = type === 'POP' && !isPlainLink(hash) ? ofThisTab.recall(`scroll.${key}`) : null;
    const leadsToPart = hash !== '' && kept === null;
    if (type === 'POP' && !leadsToPart) return followTo(readPlace(kept));
    if (!isSamePage || !(stays || leadsToPart)) scrollTo(0, 0);
    return leadsToPart ? followToPart(hash.slice(1)) : undefined;
  }, [pathname, key]);
}

/** A link within the page that the router knows nothing of leaves no state, nor a key of its own. */
function isPlainLink(hash: string): boolean {
  return hash !== '' && history.state === null;
}

/** An address that is opened anew begins at its top, unlike one reloaded or come back to. */
function forgetUnlessBack(key: string): void {
  const [arrival] = performance.getEntriesByType('navigation');
  if (arrival && Reflect.get(arrival, 'type') === 'navigate') ofThisTab.forget(`scroll.${key}`);
}

function followTo(place: Place): () => void {
  // What stands above a known element may still take its real height.
  return follow(() => scrollToPlace(place) && !place.id, PATIENCE_MS);
}

/** Goes to the part of this id, once with the keyboard; what stands above it may still grow. */
function followToPart(id: string): () => void {
  let isMet = false;
  return follow(() => {
    const part = document.getElementById(id);
    if (!isMet) part?.focus({ preventScroll: true });
    isMet = part !== null;
    part?.scrollIntoView();
    return false;
  }, PART_PATIENCE_MS);
}

/** Goes there again whenever the page grows, until it is there for good or its reader takes over. */
function follow(go: () => boolean, patience: number): () => void {
  const growth = new ResizeObserver(() => {
    if (go()) growth.disconnect();
  });
  growth.observe(document.body);
  const end = () => {
    clearTimeout(timer);
    growth.disconnect();
    for (const hand of HANDS) removeEventListener(hand, end);
  };
  const timer = setTimeout(end, patience);
  for (const hand of HANDS) addEventListener(hand, end, { passive: true });
  return end;
}

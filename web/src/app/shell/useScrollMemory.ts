import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { ofThisTab } from '../../lib/browserMemory.ts';
import { type Place, readPlace, scrollToPlace, writePlace } from './place.ts';

/** How long to keep scrolling to the reader's place while the page still grows. */
const PATIENCE_MS = 3000;

/** The same for an address that names a part of the page. */
const PART_PATIENCE_MS = 30_000;

/** Any of these means that the reader has taken over the scrolling. */
const HANDS = ['wheel', 'touchstart', 'pointerdown', 'keydown'] as const;

/**
 * Starts a new page at its top or at the part that the address names, and restores the scroll
 * position of a revisited page once enough of it has loaded. A change of filter, whose navigation
 * state says `stays`, does not scroll.
 */
export function useScrollMemory(): void {
  const { key, pathname, hash, state } = useLocation();
  const type = useNavigationType();
  useState(() => forgetUnlessBack(key));

  useEffect(() => {
    history.scrollRestoration = 'manual';
  }, []);

  // Must switch together with the page, or the top of the next page would be stored for this one.
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

/** A link within the page that the router does not know has no state and no key of its own. */
function isPlainLink(hash: string): boolean {
  return hash !== '' && history.state === null;
}

/** A newly opened address starts at its top, unlike a reloaded or revisited one. */
function forgetUnlessBack(key: string): void {
  const [arrival] = performance.getEntriesByType('navigation');
  if (arrival && Reflect.get(arrival, 'type') === 'navigate') ofThisTab.forget(`scroll.${key}`);
}

function followTo(place: Place): () => void {
  // Content above a known element may still change its height.
  return follow(() => scrollToPlace(place) && !place.id, PATIENCE_MS);
}

/** Scrolls to the part with this id, and focuses it once; content above it may still grow. */
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

/**
 * Scrolls again whenever the page grows, until the place is reached for good or the reader takes
 * over.
 */
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

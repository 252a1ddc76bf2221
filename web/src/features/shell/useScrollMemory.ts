import { useEffect, useLayoutEffect } from 'react';
import { useLocation, useNavigationType } from 'react-router';
import { ofThisTab } from '../../browserMemory.ts';

/** How long a page that is still growing is followed to where its reader was. */
const PATIENCE_MS = 3000;

/**
 * Begins a new page at its top, and a page come back to where its reader left it, once enough of it
 * has arrived. A change of filter replaces the address and stays where it is.
 */
export function useScrollMemory(): void {
  const { key, pathname } = useLocation();
  const type = useNavigationType();

  useEffect(() => {
    history.scrollRestoration = 'manual';
  }, []);

  // Changes hands in the same moment as the page, lest the top of the next page be noted for this one.
  useLayoutEffect(() => {
    const remember = () => ofThisTab.keep(`scroll.${key}`, String(scrollY));
    addEventListener('scrollend', remember);
    return () => removeEventListener('scrollend', remember);
  }, [key]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: runs on arriving at a page, not on a filter
  useLayoutEffect(() => {
    if (type === 'POP') return scrollWhenPossible(Number(ofThisTab.recall(`scroll.${key}`)));
    scrollTo(0, 0);
    return undefined;
  }, [pathname, type === 'POP' ? key : '']);
}

function scrollWhenPossible(top: number): () => void {
  const growth = new ResizeObserver(() => {
    scrollTo(0, top);
    if (Math.abs(scrollY - top) < 2) growth.disconnect();
  });
  growth.observe(document.body);
  const timer = setTimeout(() => growth.disconnect(), PATIENCE_MS);
  return () => {
    clearTimeout(timer);
    growth.disconnect();
  };
}

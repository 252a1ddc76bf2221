import { useSyncExternalStore } from 'react';

/** The width from which the style sheets have room for a table. */
const WIDE = '(min-width: 48rem)';

/**
 * Whether there is room for the month table: on a phone it is invisible and would take as long to
 * render as everything else.
 */
export function useIsWide(): boolean {
  return useSyncExternalStore(watchWidth, readWidth);
}

function watchWidth(onChange: () => void): () => void {
  const width = matchMedia(WIDE);
  width.addEventListener('change', onChange);
  return () => width.removeEventListener('change', onChange);
}

const readWidth = () => matchMedia(WIDE).matches;

import { useSyncExternalStore } from 'react';

/** From here on the style sheets have room for a table. */
const WIDE = '(min-width: 48rem)';

/** Whether there is room for a month as a table: on a phone nobody sees it, and it takes as long to draw as all else. */
export function useIsWide(): boolean {
  return useSyncExternalStore(watchWidth, readWidth);
}

function watchWidth(onChange: () => void): () => void {
  const width = matchMedia(WIDE);
  width.addEventListener('change', onChange);
  return () => width.removeEventListener('change', onChange);
}

const readWidth = () => matchMedia(WIDE).matches;

/** The longest wait on a page that is never idle. */
const PATIENCE_MS = 3000;

/** A reader's first interactions; any of them may need what is still loading. */
const SIGNS = ['pointerdown', 'keydown', 'focusin', 'scroll'] as const;

/**
 * Runs the callback once: when the page is painted and idle, or at the reader's first interaction.
 */
export function whenQuiet(shown: Promise<void>, run: () => void): void {
  const begun = new AbortController();
  const begin = () => {
    if (begun.signal.aborted) return;
    begun.abort();
    run();
  };
  for (const sign of SIGNS) {
    addEventListener(sign, begin, { capture: true, passive: true, signal: begun.signal });
  }
  // Two frames: the first one paints the page.
  shown.then(() =>
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        // Safari has no `requestIdleCallback`.
        if ('requestIdleCallback' in globalThis)
          requestIdleCallback(begin, { timeout: PATIENCE_MS });
        else setTimeout(begin, 200);
      }),
    ),
  );
}

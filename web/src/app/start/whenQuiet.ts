/** A page that is never quiet waits no longer than this. */
const PATIENCE_MS = 3000;

/** What a reader does first; each of them may need what is still on its way. */
const SIGNS = ['pointerdown', 'keydown', 'focusin', 'scroll'] as const;

/** Runs once, when the page is there, painted, and has nothing else to do, or at a reader's first move. */
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
  // Two frames: the first one paints what is there.
  shown.then(() =>
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        // Safari has no idle callbacks.
        if ('requestIdleCallback' in globalThis)
          requestIdleCallback(begin, { timeout: PATIENCE_MS });
        else setTimeout(begin, 200);
      }),
    ),
  );
}

const TICK_MS = 5_000;

/** A tick this late means that the process slept or was suspended. */
const LATE_MS = 10_000;

/** Browsers run the timers of a hidden page once a minute, which is not sleep. */
const LATE_HIDDEN_MS = 75_000;

/** Looking at another tab for less than this has missed nothing. */
const HIDDEN_MS = 10_000;

/**
 * Calls back when the program was asleep or offline: its connection may be dead without a sign,
 * since timers do not run meanwhile. Browsers report this by events; without them, as in Node, or
 * when a computer sleeps under a visible page, a jump of the clock reveals it. Returns a function
 * that stops it.
 */
export function watchWaking(onWake: () => void): () => void {
  const { document } = globalThis as Page;
  const window = globalThis as Page;
  const isHidden = () => document?.visibilityState === 'hidden';
  let hiddenAt: number | null = isHidden() ? Date.now() : null;
  let tickedAt = Date.now();

  function onTick() {
    const now = Date.now();
    const late = now - tickedAt - TICK_MS;
    tickedAt = now;
    if (late > (isHidden() ? LATE_HIDDEN_MS : LATE_MS)) onWake();
  }

  function onVisibility() {
    const now = Date.now();
    const wasAway = hiddenAt !== null && now - hiddenAt >= HIDDEN_MS;
    hiddenAt = isHidden() ? (hiddenAt ?? now) : null;
    if (hiddenAt !== null || !wasAway) return;
    // The hidden page's ticks must not be reported a second time.
    tickedAt = now;
    onWake();
  }

  // A page restored from the back/forward cache has lost its sockets.
  const onPageShow = (event: { persisted?: boolean }) => {
    if (event.persisted) onWake();
  };

  const ticking = setInterval(onTick, TICK_MS);
  document?.addEventListener('visibilitychange', onVisibility);
  // Chrome freezes hidden pages and resumes some before they are shown.
  document?.addEventListener('resume', onWake);
  window.addEventListener?.('pageshow', onPageShow);
  window.addEventListener?.('online', onWake);
  return () => {
    clearInterval(ticking);
    document?.removeEventListener('visibilitychange', onVisibility);
    document?.removeEventListener('resume', onWake);
    window.removeEventListener?.('pageshow', onPageShow);
    window.removeEventListener?.('online', onWake);
  };
}

type Listen = (type: string, listener: (event: { persisted?: boolean }) => void) => void;

/** A browser's globals; Node's global object has no events and no document. */
interface Page {
  addEventListener?: Listen;
  removeEventListener?: Listen;
  document?: {
    visibilityState: string;
    addEventListener: Listen;
    removeEventListener: Listen;
  };
}

const TICK_MS = 5_000;

/** A tick that comes so late has slept, or its whole process was stopped. */
const LATE_MS = 10_000;

/** Browsers run the timers of a hidden page once a minute, which is no sleep. */
const LATE_HIDDEN_MS = 75_000;

/** Somebody who only looked at another tab for so long has missed nothing. */
const HIDDEN_MS = 10_000;

/**
 * Calls back when the program was asleep, or away from the network: a connection may be dead by then
 * without a sign, since timers stand still in the meantime. A browser says so by its events; where
 * there are none, as in Node, and where a computer sleeps under a page that stays in view, a clock
 * that has jumped does. Call what it returns to end it.
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
    // The ticks of the hidden page need not be told a second time.
    tickedAt = now;
    onWake();
  }

  // A page that comes back from the cache of pages has lost its sockets on the way in.
  const onPageShow = (event: { persisted?: boolean }) => {
    if (event.persisted) onWake();
  };

  const ticking = setInterval(onTick, TICK_MS);
  document?.addEventListener('visibilitychange', onVisibility);
  // Chrome freezes hidden pages, and thaws some before they are shown.
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

/** What a browser has; Node's global object has no events and no document. */
interface Page {
  addEventListener?: Listen;
  removeEventListener?: Listen;
  document?: {
    visibilityState: string;
    addEventListener: Listen;
    removeEventListener: Listen;
  };
}

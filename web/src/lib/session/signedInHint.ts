import { lasting } from '../browserMemory.ts';

const KEY = 'signedIn';
const SIGNED_IN = '1';
const EXPIRED = 'expired';

/** News from another tab: a member signed in, signed out, or the session expired. */
export type TabNews = 'signedIn' | 'here' | 'expired';

/**
 * Remembers that this browser has signed in before, so that a refresh is requested only then, and
 * notifies the other tabs. It is not secret and grants nothing.
 */
export interface SignedInHint {
  read(): boolean;
  write(): void;
  clear(why: 'here' | 'expired'): void;
  /** Calls back when another tab signs in or out. */
  watch(onChange: (news: TabNews) => void): void;
}

export const signedInHint: SignedInHint = {
  read: () => lasting.recall(KEY) === SIGNED_IN,
  write: () => lasting.keep(KEY, SIGNED_IN),
  clear: (why) => (why === 'expired' ? lasting.keep(KEY, EXPIRED) : lasting.forget(KEY)),
  watch(onChange) {
    addEventListener('storage', ({ key, newValue }) => {
      // A null key means that all storage was cleared, which signs nobody out. The next refresh
      // writes the hint again.
      if (key === `shinkan.${KEY}`) onChange(readNews(newValue));
    });
    // A page restored from the back/forward cache has missed all news.
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) onChange(readNews(lasting.recall(KEY)));
    });
  },
};

function readNews(kept: string | null): TabNews {
  if (kept === SIGNED_IN) return 'signedIn';
  return kept === EXPIRED ? 'expired' : 'here';
}

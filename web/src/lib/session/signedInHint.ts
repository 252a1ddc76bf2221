import { lasting } from '../browserMemory.ts';

const KEY = 'signedIn';
const SIGNED_IN = '1';
const EXPIRED = 'expired';

/** What a tab hears of another: somebody signed in there, or left, or their session was at its end. */
export type TabNews = 'signedIn' | 'here' | 'expired';

/**
 * Remembers that this browser signed in before, so that only then a refresh is worth a request, and
 * tells the other tabs. It is no secret and grants nothing.
 */
export interface SignedInHint {
  read(): boolean;
  write(): void;
  clear(why: 'here' | 'expired'): void;
  /** Calls back when another tab has signed in or out. */
  watch(onChange: (news: TabNews) => void): void;
}

export const signedInHint: SignedInHint = {
  read: () => lasting.recall(KEY) === SIGNED_IN,
  write: () => lasting.keep(KEY, SIGNED_IN),
  clear: (why) => (why === 'expired' ? lasting.keep(KEY, EXPIRED) : lasting.forget(KEY)),
  watch(onChange) {
    addEventListener('storage', ({ key, newValue }) => {
      // A null key: everything was cleared, which signs nobody out. The next refresh writes it again.
      if (key === `shinkan.${KEY}`) onChange(readNews(newValue));
    });
    // A page that comes back from the browser's own memory has heard nothing in the meantime.
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) onChange(readNews(lasting.recall(KEY)));
    });
  },
};

function readNews(kept: string | null): TabNews {
  if (kept === SIGNED_IN) return 'signedIn';
  return kept === EXPIRED ? 'expired' : 'here';
}

import { memberOf } from './memberOf.ts';
import type { TokenAnswer } from './requestToken.ts';
import type { SignedInHint } from './signedInHint.ts';
import { isFresh, isOld, refreshDelay, retryDelay } from './tokenTiming.ts';

/** `unknown` until the first refresh has been answered. */
export type SessionState = 'unknown' | 'signedOut' | 'signedIn';

/**
 * Why the member is no longer signed in: they signed out here, in another tab, or the service ended
 * the session.
 */
export type SessionEnd = 'here' | 'elsewhere' | 'expired';

/** What a session needs from its page. */
export interface SessionSurroundings {
  requestToken(login: string, password: string): Promise<TokenAnswer>;
  requestRefresh(): Promise<TokenAnswer>;
  requestSignOut(): Promise<void>;
  /** Returns false if this session had already ended, in which case others may continue. */
  requestSignOutEverywhere(): Promise<boolean>;
  hint: SignedInHint;
  now(): number;
  after(milliseconds: number, run: () => void): () => void;
  /** Calls back whenever the reader returns to this page. */
  onReturn(run: () => void): void;
  /** Runs one task at a time across this browser's tabs, which share the refresh cookie. */
  alone<T>(run: () => Promise<T>): Promise<T>;
}

export type Session = ReturnType<typeof createSession>;

/**
 * Keeps a member signed in: holds the access token in memory, refreshes it before it expires, and
 * notifies listeners when a member signs in or out.
 */
export function createSession(at: SessionSurroundings) {
  let state: SessionState = at.hint.read() ? 'unknown' : 'signedOut';
  let ended: SessionEnd | null = null;
  let held: { token: string; since: number; expiresAt: number } | null = null;
  let refreshing: Promise<void> | null = null;
  let cancelTimer = () => {};
  const listeners = new Set<() => void>();

  function become(next: SessionState): void {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  }

  function hold({ token, expiresIn }: { token: string; expiresIn: number }): void {
    // The cookie is shared, so another tab may have replaced it with another member's: nothing of
    // the previous member may stay on the page.
    if (held && memberOf(held.token) !== memberOf(token)) become('signedOut');
    const since = at.now();
    held = { token, since, expiresAt: since + expiresIn * 1000 };
    ended = null;
    at.hint.write();
    schedule(refreshDelay(expiresIn));
    become('signedIn');
  }

  function letGo(why: SessionEnd): void {
    held = null;
    ended = why;
    cancelTimer();
    become('signedOut');
  }

  /** Notifies the other tabs as well. */
  function end(why: 'here' | 'expired'): void {
    at.hint.clear(why);
    letGo(why);
  }

  function schedule(delay: number, attempt = 0): void {
    cancelTimer();
    cancelTimer = at.after(delay, () => {
      refresh().catch(() => schedule(retryDelay(attempt), attempt + 1));
    });
  }

  async function exchange(): Promise<void> {
    const answer = await at.alone(at.requestRefresh);
    if (answer.kind === 'granted') hold(answer);
    else if (answer.kind === 'refused') end('expired');
    else schedule(answer.retryAfter * 1000);
  }

  /** Refreshes the token now; concurrent callers share one request. */
  function refresh(): Promise<void> {
    refreshing ??= exchange().finally(() => {
      refreshing = null;
    });
    return refreshing;
  }

  /** If the sign-in service is down, the page is still readable without a member. */
  async function begin(): Promise<void> {
    await refresh().catch(() => schedule(retryDelay(0), 1));
    if (state === 'unknown') become('signedOut');
  }

  at.hint.watch((news) => {
    if (news === 'signedIn') {
      if (state === 'signedOut') refresh().catch(() => schedule(retryDelay(0), 1));
    } else if (state === 'signedIn') letGo(news === 'here' ? 'elsewhere' : news);
  });

  // The session may have been ended on another device; only a request can tell.
  at.onReturn(() => {
    if (state === 'signedIn' && held && isOld(held.since, at.now())) refresh().catch(console.info);
  });

  if (state === 'unknown') void begin();

  return {
    state: () => state,
    /** Null while a member is signed in, and if none was before. */
    ended: () => ended,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /**
     * Returns the token to send, refreshed first if it is about to expire; null when signed out.
     */
    async token(): Promise<string | null> {
      if (state === 'unknown') await begin();
      if (state === 'signedOut') return null;
      if (!held || !isFresh(held.expiresAt, at.now())) await refresh();
      return held?.token ?? null;
    },
    refresh,
    async signIn(login: string, password: string): Promise<TokenAnswer> {
      const answer = await at.requestToken(login, password);
      if (answer.kind === 'granted') hold(answer);
      return answer;
    },
    async signOut(): Promise<void> {
      // Not while another tab refreshes, since that would restore the cookie.
      await at.alone(at.requestSignOut);
      end('here');
    },
    /**
     * Ends the sessions on all devices. Returns false if this one had already ended, in which case
     * others may continue.
     */
    async signOutEverywhere(): Promise<boolean> {
      const isDone = await at.alone(at.requestSignOutEverywhere);
      end(isDone ? 'here' : 'expired');
      return isDone;
    },
  };
}

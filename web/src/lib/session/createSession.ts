import { memberOf } from './memberOf.ts';
import type { TokenAnswer } from './requestToken.ts';
import type { SignedInHint } from './signedInHint.ts';
import { isFresh, isOld, refreshDelay, retryDelay } from './tokenTiming.ts';

/** `unknown` until the first refresh has been answered. */
export type SessionState = 'unknown' | 'signedOut' | 'signedIn';

/** Why nobody is signed in any more: they left here, or in another tab, or the service ended it. */
export type SessionEnd = 'here' | 'elsewhere' | 'expired';

/** What a session needs from the page around it. */
export interface SessionSurroundings {
  requestToken(login: string, password: string): Promise<TokenAnswer>;
  requestRefresh(): Promise<TokenAnswer>;
  requestSignOut(): Promise<void>;
  /** False when this session was over before, and others may go on. */
  requestSignOutEverywhere(): Promise<boolean>;
  hint: SignedInHint;
  now(): number;
  after(milliseconds: number, run: () => void): () => void;
  /** Calls back whenever the reader looks at this page again. */
  onReturn(run: () => void): void;
  /** Runs one at a time across the tabs of this browser, which share the refresh cookie. */
  alone<T>(run: () => Promise<T>): Promise<T>;
}

export type Session = ReturnType<typeof createSession>;

/**
 * Keeps a member signed in: holds the access token in memory, exchanges it before it ends, and
 * tells whoever listens when the member has come or gone.
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
    // The cookie is shared, so that another tab may have put another member's in its place: nothing
    // of the one before may stay on the page.
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

  /** Tells the other tabs as well. */
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

  /** Exchanges the token now; callers at the same time share one exchange. */
  function refresh(): Promise<void> {
    refreshing ??= exchange().finally(() => {
      refreshing = null;
    });
    return refreshing;
  }

  /** While the sign-in service is away, a page is still worth reading without a member. */
  async function begin(): Promise<void> {
    await refresh().catch(() => schedule(retryDelay(0), 1));
    if (state === 'unknown') become('signedOut');
  }

  at.hint.watch((news) => {
    if (news === 'signedIn') {
      if (state === 'signedOut') refresh().catch(() => schedule(retryDelay(0), 1));
    } else if (state === 'signedIn') letGo(news === 'here' ? 'elsewhere' : news);
  });

  // It may have been ended on another device, which is heard of by asking.
  at.onReturn(() => {
    if (state === 'signedIn' && held && isOld(held.since, at.now())) refresh().catch(console.info);
  });

  if (state === 'unknown') void begin();

  return {
    state: () => state,
    /** Null while a member is signed in, and where none was before. */
    ended: () => ended,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** The token to send, exchanged first where it is about to end; null when signed out. */
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
      // Not while a tab refreshes, which would bring the cookie back.
      await at.alone(at.requestSignOut);
      end('here');
    },
    /** On this device and on all others; false when it was over here before, so that others may go on. */
    async signOutEverywhere(): Promise<boolean> {
      const isDone = await at.alone(at.requestSignOutEverywhere);
      end(isDone ? 'here' : 'expired');
      return isDone;
    },
  };
}

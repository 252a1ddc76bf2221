import type { TokenAnswer } from './requestToken.ts';
import { isFresh, refreshDelay, retryDelay } from './tokenTiming.ts';

/** `unknown` until the first refresh has been answered. */
export type SessionState = 'unknown' | 'signedOut' | 'signedIn';

/** What a session needs from the page around it. */
export interface SessionSurroundings {
  requestToken(login: string, password: string): Promise<TokenAnswer>;
  requestRefresh(): Promise<TokenAnswer>;
  requestSignOut(): Promise<void>;
  hint: {
    read(): boolean;
    write(): void;
    clear(): void;
    watch(onChange: (signedIn: boolean) => void): void;
  };
  now(): number;
  after(milliseconds: number, run: () => void): () => void;
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
  let held: { token: string; expiresAt: number } | null = null;
  let refreshing: Promise<void> | null = null;
  let cancelTimer = () => {};
  const listeners = new Set<() => void>();
  const expiryListeners = new Set<() => void>();

  function become(next: SessionState): void {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  }

  function hold({ token, expiresIn }: { token: string; expiresIn: number }): void {
    held = { token, expiresAt: at.now() + expiresIn * 1000 };
    at.hint.write();
    schedule(refreshDelay(expiresIn));
    become('signedIn');
  }

  function letGo(): void {
    held = null;
    cancelTimer();
    at.hint.clear();
    become('signedOut');
  }

  /** The service has ended the session: after thirty days, or because the shop has. */
  function expire(): void {
    const wasSignedIn = state === 'signedIn';
    letGo();
    if (wasSignedIn) for (const listener of expiryListeners) listener();
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
    else if (answer.kind === 'refused') expire();
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

  at.hint.watch((signedIn) => {
    if (!signedIn && state === 'signedIn') letGo();
    if (signedIn && state === 'signedOut') refresh().catch(() => schedule(retryDelay(0), 1));
  });

  if (state === 'unknown') void begin();

  return {
    state: () => state,
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    /** Calls back when the session of a member who is here was ended by the service. */
    onExpired(listener: () => void): () => void {
      expiryListeners.add(listener);
      return () => expiryListeners.delete(listener);
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
      await at.requestSignOut();
      letGo();
    },
  };
}

import { createSession } from './createSession.ts';
import { requestRefresh, requestSignOut, requestToken } from './requestToken.ts';
import { signedInHint } from './signedInHint.ts';

/** The session of this page. */
export function browserSession() {
  return createSession({
    requestToken,
    requestRefresh,
    requestSignOut,
    hint: signedInHint,
    now: Date.now,
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    alone: (run) => navigator.locks.request('shinkan.refresh', run),
  });
}

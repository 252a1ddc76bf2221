import { createSession } from './createSession.ts';
import {
  requestRefresh,
  requestSignOut,
  requestSignOutEverywhere,
  requestToken,
} from './requestToken.ts';
import { signedInHint } from './signedInHint.ts';

/** The session of this page. */
export function browserSession() {
  return createSession({
    requestToken,
    requestRefresh,
    requestSignOut,
    requestSignOutEverywhere,
    hint: signedInHint,
    now: Date.now,
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    onReturn(run) {
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'visible') run();
      });
    },
    alone: (run) => navigator.locks.request('shinkan.refresh', run),
  });
}

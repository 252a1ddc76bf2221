import { createContext, useSyncExternalStore } from 'react';
import { useRequired } from '../useRequired.ts';
import type { Session, SessionEnd, SessionState } from './createSession.ts';

export const SessionContext = createContext<Session | null>(null);

/** The session of this page. */
export const useSession = (): Session => useRequired(SessionContext, 'SessionContext');

/** Whether a member is signed in; `unknown` until that is determined. */
export function useSessionState(): SessionState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.state);
}

/** Why the member is no longer signed in; null while one is, and if none was before. */
export function useSessionEnd(): SessionEnd | null {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.ended);
}

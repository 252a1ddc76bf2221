import { createContext, useSyncExternalStore } from 'react';
import { useRequired } from '../useRequired.ts';
import type { Session, SessionEnd, SessionState } from './createSession.ts';

export const SessionContext = createContext<Session | null>(null);

/** The session of this page. */
export const useSession = (): Session => useRequired(SessionContext, 'SessionContext');

/** Whether a member is signed in; `unknown` while that is being found out. */
export function useSessionState(): SessionState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.state);
}

/** Why nobody is signed in any more; null while a member is, and where none was before. */
export function useSessionEnd(): SessionEnd | null {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.ended);
}

import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Session, SessionEnd, SessionState } from './createSession.ts';

export const SessionContext = createContext<Session | null>(null);

/** The session of this page. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession: expected a SessionContext above');
  return session;
}

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

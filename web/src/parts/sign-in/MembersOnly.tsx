import type { ReactNode } from 'react';
import { useSessionState } from '../../lib/session/SessionContext.ts';
import { SignInLink } from './SignInLink.tsx';

interface MembersOnlyProps {
  /** Shown until it is known whether somebody is signed in. */
  loading: ReactNode;
  /** Tells a guest why to sign in. */
  signInFirst: string;
  children: ReactNode;
}

/** Shows its children to a member, and a link to sign in to everybody else. */
export function MembersOnly({ loading, signInFirst, children }: MembersOnlyProps) {
  const state = useSessionState();
  if (state === 'unknown') return loading;
  if (state === 'signedIn') return children;
  return (
    <div className="message">
      <p>{signInFirst}</p>
      <SignInLink className="button button--main" />
    </div>
  );
}

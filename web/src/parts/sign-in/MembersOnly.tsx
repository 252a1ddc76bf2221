import type { ReactNode } from 'react';
import { useSessionState } from '../../lib/session/SessionContext.ts';
import { SignInLink } from './SignInLink.tsx';

interface MembersOnlyProps {
  /** Shown until it is known whether a member is signed in. */
  loading: ReactNode;
  /** Tells a guest why to sign in. */
  signInFirst: string;
  children: ReactNode;
}

/** Renders its children for a member, and a sign-in link for others. */
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

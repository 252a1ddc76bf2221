import { useLocation } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { ViewerDocument } from '../../generated/documents.ts';
import { useSession, useSessionState } from '../../lib/session/SessionContext.ts';
import { useSay } from '../../parts/feedback/FeedbackProvider.tsx';
import { SignInLink } from '../../parts/sign-in/SignInLink.tsx';
import { useQuery } from '../../stage/useQuery.ts';

/** The sign-in or sign-out control, with the member's state. */
export function MemberCorner() {
  const state = useSessionState();
  const location = useLocation();
  if (state === 'signedIn') return <SignedIn />;
  return (
    <div className="member-corner">
      {state === 'signedOut' && location.pathname !== '/sign-in' && <SignInLink />}
    </div>
  );
}

function SignedIn() {
  const t = useTranslations('site');
  const session = useSession();
  const say = useSay();
  const name = useQuery(ViewerDocument).data?.viewer?.displayName;

  function signOut() {
    session.signOut().then(
      () => say(t('signedOut')),
      (error: unknown) => {
        console.error(error);
        say(t('signOutFailed'));
      },
    );
  }

  return (
    <div className="member-corner">
      {name && <span className="member-corner__name">{t('member', { name })}</span>}
      <button type="button" className="plain-button" onClick={signOut}>
        {t('signOut')}
      </button>
    </div>
  );
}

import { useState } from 'react';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { useSession, useSessionState } from '../../auth/SessionContext.ts';
import { PageTitle } from '../shell/PageTitle.tsx';
import { useSubscribing } from '../subscription/useSubscribing.ts';
import { SignInForm, type SignInProblem } from './SignInForm.tsx';
import { returnAddress } from './signInAddress.ts';
import './sign-in.css';

/** Lets a member in, carries out what was asked before, and returns to where they were. */
export default function SignInPage() {
  const t = useTranslations('signIn');
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const session = useSession();
  const state = useSessionState();
  const subscribing = useSubscribing();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<SignInProblem | null>(null);
  const bookId = search.get('subscribe');

  async function signIn(login: string, password: string) {
    setBusy(true);
    setProblem(null);
    try {
      const answer = await session.signIn(login, password);
      if (answer.kind === 'granted') {
        if (bookId) await subscribing(bookId, true);
        await navigate(returnAddress(search), { replace: true });
        return;
      }
      setProblem(answer);
    } catch (error) {
      console.error(error);
      setProblem({ kind: 'failed' });
    }
    setBusy(false);
  }

  if (state === 'signedIn' && !busy) return <Navigate to={returnAddress(search)} replace />;
  return (
    <div className="sign-in">
      <PageTitle title={t('title')} />
      <p>{bookId ? t('leadSubscribe') : t('lead')}</p>
      <SignInForm busy={busy} problem={problem} onSubmit={signIn} />
    </div>
  );
}

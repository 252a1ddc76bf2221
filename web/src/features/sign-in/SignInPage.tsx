import { useState } from 'react';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { useSession, useSessionState } from '../../auth/SessionContext.ts';
import { PageTitle } from '../shell/PageTitle.tsx';
import { SignInForm, type SignInProblem } from './SignInForm.tsx';
import { returnAddress } from './signInAddress.ts';
import './sign-in.css';

/** Lets a member in and returns to where they were, or to the book that they want to be told of. */
export default function SignInPage() {
  const t = useTranslations('signIn');
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const session = useSession();
  const state = useSessionState();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<SignInProblem | null>(null);

  async function signIn(login: string, password: string) {
    setBusy(true);
    setProblem(null);
    try {
      const answer = await session.signIn(login, password);
      if (answer.kind === 'granted') {
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
      <p>{search.has('ask') ? t('leadAsk') : t('lead')}</p>
      <SignInForm busy={busy} problem={problem} onSubmit={signIn} />
    </div>
  );
}

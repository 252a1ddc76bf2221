import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { useSessionState } from '../../lib/session/SessionContext.ts';
import { PageTitle } from '../../parts/page/PageTitle.tsx';
import { SignInForm } from '../../parts/sign-in/SignInForm.tsx';
import { returnAddress } from '../../parts/sign-in/signInAddress.ts';
import { useSigningIn } from '../../parts/sign-in/useSigningIn.ts';
import '../../parts/sign-in/sign-in.css';

/** Signs a member in and returns to the previous page, or to the book they want to subscribe to. */
export default function SignInPage() {
  const t = useTranslations('signIn');
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const state = useSessionState();
  const { busy, problem, signIn } = useSigningIn(() =>
    navigate(returnAddress(search), { replace: true }),
  );

  if (state === 'signedIn' && !busy) return <Navigate to={returnAddress(search)} replace />;
  return (
    <div className="sign-in">
      <PageTitle title={t('title')} />
      <p>{search.has('ask') ? t('leadAsk') : t('lead')}</p>
      <SignInForm busy={busy} problem={problem} onSubmit={signIn} />
    </div>
  );
}

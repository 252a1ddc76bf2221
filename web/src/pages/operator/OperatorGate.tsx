import { useQuery } from '@apollo/client/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { ViewerDocument } from '../../generated/documents.ts';
import { useSessionState } from '../../lib/session/SessionContext.ts';
import { PageTitle } from '../../parts/page/PageTitle.tsx';
import { SignInLink } from '../../parts/sign-in/SignInLink.tsx';
import { OperatorNav } from './OperatorNav.tsx';
import { LoadFailed } from './parts/LoadFailed.tsx';
import { TableSkeleton } from './parts/TableSkeleton.tsx';

/**
 * Renders its children for operators only and tells others so. The API enforces the same by itself.
 */
export function OperatorGate({ children }: { children: ReactNode }) {
  const state = useSessionState();
  if (state === 'unknown') return <TableSkeleton />;
  return state === 'signedIn' ? <SignedIn>{children}</SignedIn> : <SignInFirst />;
}

function SignedIn({ children }: { children: ReactNode }) {
  const { data, error, refetch } = useQuery(ViewerDocument);
  if (data?.viewer?.isOperator) {
    return (
      <div className="operator">
        <OperatorNav />
        {children}
      </div>
    );
  }
  if (data) return <NotForYou />;
  if (error) return <LoadFailed onRetry={() => refetch().catch(console.error)} />;
  return <TableSkeleton />;
}

function SignInFirst() {
  const t = useTranslations('operator');
  return (
    <div className="message">
      <PageTitle title={t('title')} />
      <p>{t('signInFirst')}</p>
      <SignInLink className="button button--main" />
    </div>
  );
}

function NotForYou() {
  const t = useTranslations('operator');
  return (
    <div className="message">
      <PageTitle title={t('notForYou')} />
      <p>{t('notForYouNote')}</p>
      <Link to="/">{t('toBooks')}</Link>
    </div>
  );
}

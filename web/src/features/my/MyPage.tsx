import { useTranslations } from 'use-intl/react';
import { useSessionState } from '../../auth/SessionContext.ts';
import { ListSkeleton } from '../feedback/ListSkeleton.tsx';
import { MailSettings } from '../mail/MailSettings.tsx';
import MailsStopped from '../mail/MailsStopped.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import { SignInLink } from '../sign-in/SignInLink.tsx';
import { MyBooks } from './MyBooks.tsx';
import './my.css';

/** What a member waits for, and how they are mailed. */
export default function MyPage() {
  const t = useTranslations();
  const state = useSessionState();
  return (
    <>
      <PageTitle title={t('my.title')} />
      {state === 'unknown' && <ListSkeleton />}
      {state === 'signedIn' && (
        <>
          <MailsStopped />
          <MyBooks />
          <MailSettings />
        </>
      )}
      {state === 'signedOut' && (
        <div className="message">
          <p>{t('my.signInFirst')}</p>
          <SignInLink className="button button--main" />
        </div>
      )}
    </>
  );
}

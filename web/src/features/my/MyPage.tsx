import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { useSessionState } from '../../auth/SessionContext.ts';
import { ListSkeleton } from '../feedback/ListSkeleton.tsx';
import { MailSettings } from '../mail/MailSettings.tsx';
import MailsStopped from '../mail/MailsStopped.tsx';
import { SystemNoticesSwitch } from '../notice/SystemNoticesSwitch.tsx';
import { Sessions } from '../sessions/Sessions.tsx';
import { PageTitle } from '../shell/PageTitle.tsx';
import { SignInLink } from '../sign-in/SignInLink.tsx';
import { MyBooks } from './MyBooks.tsx';
import { MyStanding } from './MyStanding.tsx';
import './my.css';

/** What a member waits for, how they are mailed, and where they are signed in. */
export default function MyPage() {
  const t = useTranslations();
  const state = useSessionState();
  return (
    <>
      <PageTitle title={t('my.title')} />
      {state === 'unknown' && <ListSkeleton />}
      {state === 'signedIn' && (
        <>
          <p className="my-links">
            <Link to="/my/mails">{t('my.mailsLink')}</Link>
            <Link to="#settings">{t('my.settingsLink')}</Link>
          </p>
          <MailsStopped />
          <MyStanding />
          <MyBooks />
          <div id="settings" className="my-settings" tabIndex={-1}>
            <MailSettings />
            <SystemNoticesSwitch />
            <Sessions />
          </div>
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

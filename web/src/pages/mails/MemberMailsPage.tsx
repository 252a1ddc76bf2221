import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { useSessionState } from '../../lib/session/SessionContext.ts';
import MailsStopped from '../../parts/mail-settings/MailsStopped.tsx';
import { PageTitle } from '../../parts/page/PageTitle.tsx';
import { SignInLink } from '../../parts/sign-in/SignInLink.tsx';
import { MailsSkeleton } from './MailsSkeleton.tsx';
import { MemberMails } from './MemberMails.tsx';
import './member-mails.css';

/** For so long the service can tell what became of a mail. */
const KEPT_DAYS = 90;

/** Which mails a member was sent, and why. */
export default function MemberMailsPage() {
  const t = useTranslations();
  const state = useSessionState();
  return (
    <>
      <PageTitle title={t('memberMails.title')} />
      <p className="member-mails__lead">{t('memberMails.lead', { days: KEPT_DAYS })}</p>
      <p className="member-mails__back">
        <Link to="/my">{t('memberMails.back')}</Link>
      </p>
      {state === 'unknown' && <MailsSkeleton />}
      {state === 'signedIn' && (
        <>
          <MailsStopped />
          <MemberMails />
        </>
      )}
      {state === 'signedOut' && (
        <div className="message">
          <p>{t('memberMails.signInFirst')}</p>
          <SignInLink className="button button--main" />
        </div>
      )}
    </>
  );
}

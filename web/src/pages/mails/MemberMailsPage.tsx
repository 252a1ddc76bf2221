import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import MailsStopped from '../../parts/mail-settings/MailsStopped.tsx';
import { PageTitle } from '../../parts/page/PageTitle.tsx';
import { MembersOnly } from '../../parts/sign-in/MembersOnly.tsx';
import { MailsSkeleton } from './MailsSkeleton.tsx';
import { MemberMails } from './MemberMails.tsx';
import './member-mails.css';

/** How long the service keeps the outcome of a mail. */
const KEPT_DAYS = 90;

/** The mails that a member was sent, with the reasons. */
export default function MemberMailsPage() {
  const t = useTranslations();
  return (
    <>
      <PageTitle title={t('memberMails.title')} />
      <p className="member-mails__lead">{t('memberMails.lead', { days: KEPT_DAYS })}</p>
      <p className="member-mails__back">
        <Link to="/my">{t('memberMails.back')}</Link>
      </p>
      <MembersOnly loading={<MailsSkeleton />} signInFirst={t('memberMails.signInFirst')}>
        <MailsStopped />
        <MemberMails />
      </MembersOnly>
    </>
  );
}

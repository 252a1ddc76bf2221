import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { ListSkeleton } from '../../parts/feedback/ListSkeleton.tsx';
import MailsStopped from '../../parts/mail-settings/MailsStopped.tsx';
import { SystemNoticesSwitch } from '../../parts/notice/SystemNoticesSwitch.tsx';
import { PageTitle } from '../../parts/page/PageTitle.tsx';
import { MembersOnly } from '../../parts/sign-in/MembersOnly.tsx';
import { MyBooks } from './books/MyBooks.tsx';
import { MailSettings } from './settings/MailSettings.tsx';
import { Sessions } from './settings/Sessions.tsx';
import { MyStanding } from './standing/MyStanding.tsx';
import './my.css';

/** A member's subscriptions, mail settings and sessions. */
export default function MyPage() {
  const t = useTranslations();
  return (
    <>
      <PageTitle title={t('my.title')} />
      <MembersOnly loading={<ListSkeleton />} signInFirst={t('my.signInFirst')}>
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
      </MembersOnly>
    </>
  );
}

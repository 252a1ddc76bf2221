import { Link, useParams } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { MailPageDocument, type MailPageQuery } from '../../../generated/operatorDocuments.ts';
import { Empty } from '../../../parts/feedback/Empty.tsx';
import { LoadFailed } from '../parts/LoadFailed.tsx';
import { StaleSince } from '../parts/StaleSince.tsx';
import { TableSkeleton } from '../parts/TableSkeleton.tsx';
import { useWatched } from '../parts/useWatched.ts';
import { MailView } from './MailView.tsx';

/** One mail to a member: how it stands, what it tells, and another try where it was given up. */
export function MailPage() {
  const t = useTranslations('operator.mail');
  const { id = '' } = useParams();
  const { data, failed, since, retry } = useWatched(MailPageDocument, { id }, howOften);
  if (data?.outgoingMail) {
    return (
      <>
        <StaleSince failed={failed} since={since} />
        <MailView mail={data.outgoingMail} onRefused={retry} />
      </>
    );
  }
  if (data) {
    return (
      <Empty title={t('missing')} note={t('missingNote')}>
        <Link to="/operator/mails">{t('toMails')}</Link>
      </Empty>
    );
  }
  return failed ? <LoadFailed onRetry={retry} /> : <TableSkeleton />;
}

/** Now and then while something of it is open. */
const howOften = (data: MailPageQuery | undefined) =>
  data?.outgoingMail && data.outgoingMail.settledAt === null ? 5_000 : 0;

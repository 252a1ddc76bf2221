import { Link, useParams } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { MailPageDocument, type MailPageQuery } from '../../../generated/operatorDocuments.ts';
import { Empty } from '../../../parts/feedback/Empty.tsx';
import { useWatched } from '../parts/useWatched.ts';
import { WatchedView } from '../parts/WatchedView.tsx';
import { MailView } from './MailView.tsx';

/** One mail to a member: its state, its notes, and a retry if it was given up. */
export function MailPage() {
  const t = useTranslations('operator.mail');
  const { id = '' } = useParams();
  const seen = useWatched(MailPageDocument, { id }, howOften);
  return (
    <WatchedView seen={seen}>
      {({ outgoingMail }) =>
        outgoingMail ? (
          <MailView mail={outgoingMail} onRefused={seen.retry} />
        ) : (
          <Empty title={t('missing')} note={t('missingNote')}>
            <Link to="/operator/mails">{t('toMails')}</Link>
          </Empty>
        )
      }
    </WatchedView>
  );
}

/** Polls occasionally while the mail is not settled. */
const howOften = (data: MailPageQuery | undefined) =>
  data?.outgoingMail && data.outgoingMail.settledAt === null ? 5_000 : 0;

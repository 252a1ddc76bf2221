import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { MemberMailsDocument } from '../../generated/documents.ts';
import { Empty } from '../../parts/feedback/Empty.tsx';
import { Failure } from '../../parts/feedback/Failure.tsx';
import { MoreButton } from '../../parts/list/MoreButton.tsx';
import { useMore } from '../../parts/list/useMore.ts';
import { MailsSkeleton } from './MailsSkeleton.tsx';
import { MemberMail } from './MemberMail.tsx';

/** The mails of the member, newest first. */
export function MemberMails() {
  const t = useTranslations('memberMails');
  const { data, error, refetch, fetchMore } = useQuery(MemberMailsDocument, {
    variables: { first: 20 },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const shown = data?.viewer?.mails;
  const page = useMore(shown?.pageInfo, fetchMore);
  if (!shown) {
    return error ? <Failure onRetry={() => refetch().catch(console.error)} /> : <MailsSkeleton />;
  }
  if (shown.edges.length === 0) {
    return (
      <Empty title={t('empty')} note={t('emptyNote')}>
        <Link to="/">{t('emptyLink')}</Link>
      </Empty>
    );
  }
  return (
    <>
      <ul className="member-mails">
        {shown.edges.map(({ node }) => (
          <li key={node.id}>
            <MemberMail mail={node} />
          </li>
        ))}
      </ul>
      <MoreButton page={page} label={t('more')} end={t('end')} failed={t('moreFailed')} />
    </>
  );
}

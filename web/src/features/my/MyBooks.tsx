import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { MyBooksDocument } from '../../generated/documents.ts';
import { Empty } from '../feedback/Empty.tsx';
import { Failure } from '../feedback/Failure.tsx';
import { ListSkeleton } from '../feedback/ListSkeleton.tsx';
import { MoreButton, type PageOfMore } from '../feedback/MoreButton.tsx';
import { isTakenBack } from './isTakenBack.ts';
import { WaitedBook } from './WaitedBook.tsx';

/** The member's subscriptions, newest first. One taken back stays in sight until the page is left. */
export function MyBooks() {
  const t = useTranslations('my');
  const { data, error, refetch, fetchMore } = useQuery(MyBooksDocument, {
    variables: { first: 20 },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  const [moreState, setMoreState] = useState<PageOfMore['moreState']>('idle');
  const shown = data?.viewer?.subscriptions;
  if (!shown) {
    return error ? <Failure onRetry={() => refetch().catch(console.error)} /> : <ListSkeleton />;
  }
  if (shown.edges.length === 0) {
    return (
      <Empty title={t('empty')} note={t('emptyNote')}>
        <Link to="/">{t('emptyLink')}</Link>
      </Empty>
    );
  }

  const takenBack = shown.edges.filter(({ node }) => isTakenBack(node.book)).length;

  async function more() {
    setMoreState('loading');
    try {
      await fetchMore({ variables: { after: shown?.pageInfo.endCursor ?? null } });
      setMoreState('idle');
    } catch (reason) {
      console.error(reason);
      setMoreState('failed');
    }
  }

  return (
    <div className="my-books">
      <p className="my-books__count">{t('count', { count: shown.totalCount - takenBack })}</p>
      <ul>
        {shown.edges.map(({ node }) => (
          <li key={node.bookId}>
            <WaitedBook book={node.book} since={node.since} />
          </li>
        ))}
      </ul>
      <MoreButton
        page={{ hasMore: shown.pageInfo.hasNextPage, moreState, more }}
        label={t('more')}
      />
    </div>
  );
}

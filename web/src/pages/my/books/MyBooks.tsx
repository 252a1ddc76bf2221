import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { useTranslations } from 'use-intl/react';
import { MyBooksDocument } from '../../../generated/documents.ts';
import { Empty } from '../../../parts/feedback/Empty.tsx';
import { Failure } from '../../../parts/feedback/Failure.tsx';
import { ListSkeleton } from '../../../parts/feedback/ListSkeleton.tsx';
import { MoreButton } from '../../../parts/list/MoreButton.tsx';
import { useMore } from '../../../parts/list/useMore.ts';
import { BookCounts } from './BookCounts.tsx';
import { MyBookList } from './MyBookList.tsx';
import { OrderSwitch } from './OrderSwitch.tsx';
import { useBookOrder } from './useBookOrder.ts';

/** The member's subscriptions. A removed one stays visible until the reader leaves the page. */
export function MyBooks() {
  const t = useTranslations('my');
  const { order, change } = useBookOrder();
  const { data, previousData, error, refetch, fetchMore } = useQuery(MyBooksDocument, {
    variables: { first: 20, orderBy: order },
    fetchPolicy: 'cache-and-network',
    nextFetchPolicy: 'cache-first',
  });
  // A new order replaces the previous one once it has loaded.
  const shown = (data ?? (error ? undefined : previousData))?.viewer?.subscriptions;
  const page = useMore(shown?.pageInfo, fetchMore);
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
  return (
    <div className="my-books" aria-busy={!data}>
      <div className="my-books__head">
        <BookCounts {...shown} />
        {shown.edges.length > 1 && <OrderSwitch order={order} onChange={change} />}
      </div>
      <MyBookList
        waited={shown.edges.map(({ node }) => node)}
        grouped={order === 'RELEASE' && data !== undefined}
      />
      <MoreButton page={page} label={t('more')} />
    </div>
  );
}

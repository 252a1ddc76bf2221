import { useTranslations } from 'use-intl/react';
import type { MyBooksQuery, WaitedBookPartsFragment } from '../../generated/documents.ts';
import { isTakenBack } from './isTakenBack.ts';

type Subscriptions = NonNullable<MyBooksQuery['viewer']>['subscriptions'];
type Status = WaitedBookPartsFragment['book']['status'];

/** How many books the member waits for, and how many of them are on sale or will not come. */
export function BookCounts({ shown }: { shown: Subscriptions }) {
  const t = useTranslations('my');
  const gone = shown.edges.map(({ node }) => node.book).filter(isTakenBack);
  const goneOf = (status: Status) => gone.filter((book) => book.status === status).length;
  const onSale = shown.onSale - goneOf('ON_SALE');
  const cancelled = shown.cancelled - goneOf('CANCELLED');
  return (
    <p className="my-books__count" role="status">
      <span>{t('count', { count: shown.totalCount - gone.length })}</span>
      {onSale > 0 && <span>{t('onSaleCount', { count: onSale })}</span>}
      {cancelled > 0 && <span>{t('cancelledCount', { count: cancelled })}</span>}
    </p>
  );
}

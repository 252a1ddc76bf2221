import { useTranslations } from 'use-intl/react';
import type { MyBooksQuery } from '../../../generated/documents.ts';

type Subscriptions = NonNullable<MyBooksQuery['viewer']>['subscriptions'];

/**
 * The number of the member's subscriptions, and how many of their books are on sale or will not
 * appear.
 */
export function BookCounts({
  totalCount,
  onSale,
  cancelled,
}: Pick<Subscriptions, 'totalCount' | 'onSale' | 'cancelled'>) {
  const t = useTranslations('my');
  return (
    <p className="my-books__count" role="status">
      <span>{t('count', { count: totalCount })}</span>
      {onSale > 0 && <span>{t('onSaleCount', { count: onSale })}</span>}
      {cancelled > 0 && <span>{t('cancelledCount', { count: cancelled })}</span>}
    </p>
  );
}

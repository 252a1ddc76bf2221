import { useSearchParams } from 'react-router';
import type { BookSubscriptionOrder } from '../../../generated/documents.ts';

const ORDERS: readonly BookSubscriptionOrder[] = ['NEWEST', 'RELEASE', 'TITLE'];

/** The order of the member's books, stored in the address. */
export function useBookOrder() {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('order')?.toUpperCase();
  const order = ORDERS.find((known) => known === asked) ?? 'NEWEST';

  function change(next: BookSubscriptionOrder): void {
    setSearch(next === 'NEWEST' ? {} : { order: next.toLowerCase() }, { replace: true });
  }

  return { order, change };
}

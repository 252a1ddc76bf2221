import type { ApolloCache } from '@apollo/client';
import type { BookInEvent } from './createNews.ts';

/** Writes an update to a cached book. A book that is not cached is not shown either. */
export function updateBook(cache: ApolloCache, book: BookInEvent): void {
  const id = cache.identify({ __typename: 'Book', id: book.id });
  if (!id) return;
  cache.modify({
    id,
    fields: {
      status: () => book.status,
      onSaleAt: () => book.onSaleAt,
      productUrl: () => book.productUrl,
      release: () => ({ __typename: 'Release', ...book.release }),
    },
  });
}

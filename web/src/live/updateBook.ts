import type { ApolloCache } from '@apollo/client';
import type { BookInEvent } from './createNews.ts';

/** Writes the news about a book wherever the book is kept. What is not kept is not shown either. */
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

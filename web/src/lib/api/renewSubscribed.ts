import type { ApolloClient } from '@apollo/client';
import { readSubscribedBooks } from './readSubscribedBooks.ts';

/** Brings it up to date, on whatever is shown, which books the member waits for. */
export async function renewSubscribed(client: ApolloClient): Promise<void> {
  const { books } = await readSubscribedBooks(client);
  markSubscribed(client, (_known, bookId) => books.has(bookId));
}

/** Says of every book that is kept whether the member waits for it, by what was known of it before. */
export function markSubscribed(
  { cache }: ApolloClient,
  isWaitedFor: (known: unknown, bookId: string) => unknown,
): void {
  cache.batch({
    update() {
      for (const [id, kept] of Object.entries(cache.extract() as { [id: string]: unknown })) {
        if (!id.startsWith('Book:')) continue;
        const bookId = String(Object(kept).id);
        cache.modify({ id, fields: { subscribed: (known) => isWaitedFor(known, bookId) } });
      }
    },
  });
}

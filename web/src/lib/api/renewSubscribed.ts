import type { ApolloClient } from '@apollo/client';
import { readSubscribedBooks } from './readSubscribedBooks.ts';

/** Refreshes which of the cached books the member is subscribed to. */
export async function renewSubscribed(client: ApolloClient): Promise<void> {
  const { books } = await readSubscribedBooks(client);
  markSubscribed(client, (_known, bookId) => books.has(bookId));
}

/** Sets `subscribed` on every cached book, computed from its id and its previous value. */
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

import type { ApolloClient } from '@apollo/client';
import { readSubscribedBooks } from './readSubscribedBooks.ts';
import { markSubscribed } from './renewSubscribed.ts';

/**
 * Updates what a guest was shown for the member who has just signed in. Queries only the fields
 * that depend on the member; books, pages and the scroll position stay.
 */
export async function welcomeMember(client: ApolloClient): Promise<void> {
  client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'viewer' });
  const { books } = await readSubscribedBooks(client);
  // A value that the member has set since then is newer.
  markSubscribed(client, (known, bookId) => known ?? books.has(bookId));
}

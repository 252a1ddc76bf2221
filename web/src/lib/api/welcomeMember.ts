import type { ApolloClient } from '@apollo/client';
import { readSubscribedBooks } from './readSubscribedBooks.ts';
import { markSubscribed } from './renewSubscribed.ts';

/**
 * Brings what a guest was shown up to date for the member who has just signed in. Only what depends on
 * the member is asked for: the books stay, with their pages and the place where one was reading.
 */
export async function welcomeMember(client: ApolloClient): Promise<void> {
  client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'viewer' });
  const { books } = await readSubscribedBooks(client);
  // What a press has set since then is newer.
  markSubscribed(client, (known, bookId) => known ?? books.has(bookId));
}

import type { ApolloClient } from '@apollo/client';
import { readSubscribedBookIds } from '../live/readSubscribedBookIds.ts';

/**
 * Brings what a guest was shown up to date for the member who has just signed in. Only what depends on
 * the member is asked for: the books stay, with their pages and the place where one was reading.
 */
export async function welcomeMember(client: ApolloClient): Promise<void> {
  const { cache } = client;
  cache.evict({ id: 'ROOT_QUERY', fieldName: 'viewer' });
  const waitedFor = await readSubscribedBookIds(client);
  cache.batch({
    update() {
      for (const [id, kept] of Object.entries(cache.extract() as { [id: string]: unknown })) {
        if (!id.startsWith('Book:')) continue;
        const bookId: unknown = Object(kept).id;
        // What a press has set since then is newer.
        const isWaitedFor = (known: unknown) => known ?? waitedFor.has(String(bookId));
        cache.modify({ id, fields: { subscribed: isWaitedFor } });
      }
    },
  });
}

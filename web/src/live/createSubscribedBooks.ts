import type { ApolloClient } from '@apollo/client';
import type { Session } from '../auth/createSession.ts';
import { lasting } from '../browserMemory.ts';
import { readSubscribedBookIds } from './readSubscribedBookIds.ts';

/** Under this key a tab tells the others that the member's list has changed. */
const CHANGED = 'listChanged';

/**
 * Which books the member waits for. Live news says nothing about members, so a page knows its own
 * member's books beforehand and matches by itself.
 */
export function createSubscribedBooks(client: ApolloClient, session: Session) {
  let known: Promise<Set<string>> | null = null;

  /** Read once for each time a member signs in; a failed reading is tried again at the next question. */
  function read(): Promise<Set<string>> {
    known ??= readSubscribedBookIds(client).catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  }

  session.subscribe(() => {
    known = null;
    if (session.state() === 'signedIn') read().catch(console.error);
  });

  globalThis.addEventListener?.('storage', ({ key }) => {
    if (key === `shinkan.${CHANGED}`) known = null;
  });

  return {
    has: async (bookId: string): Promise<boolean> =>
      (await session.token()) !== null && (await read()).has(bookId),
    async set(bookId: string, subscribed: boolean): Promise<void> {
      const books = await read();
      if (subscribed) books.add(bookId);
      else books.delete(bookId);
      lasting.keep(CHANGED, new Date().toISOString());
    },
  };
}

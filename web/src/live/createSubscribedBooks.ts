import type { ApolloClient } from '@apollo/client';
import type { Session } from '../auth/createSession.ts';
import { lasting } from '../browserMemory.ts';
import { SubscribedBookIdsDocument } from '../generated/documents.ts';

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
    known ??= readAll(client).catch((error: unknown) => {
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

async function readAll(client: ApolloClient): Promise<Set<string>> {
  const books = new Set<string>();
  let after: string | null = null;
  do {
    const page = await readPage(client, after);
    for (const { node } of page?.edges ?? []) books.add(node.bookId);
    after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return books;
}

async function readPage(client: ApolloClient, after: string | null) {
  const { data } = await client.query({
    query: SubscribedBookIdsDocument,
    variables: { after },
    fetchPolicy: 'no-cache',
  });
  return data?.viewer?.subscriptions;
}

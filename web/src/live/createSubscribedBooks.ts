import type { ApolloClient } from '@apollo/client';
import type { ReasonPartsFragment } from '../generated/documents.ts';
import { readSubscribedBooks, type SubscribedBooks } from '../lib/api/readSubscribedBooks.ts';
import { lasting } from '../lib/browserMemory.ts';
import type { Session } from '../lib/session/createSession.ts';

/** Under this key a tab tells the others that the member's list has changed. */
const CHANGED = 'listChanged';

/**
 * So long sales are gathered before the list is read anew, once for all of them: each page at another
 * moment, since one sale is heard by every open page of everybody who waits for somebody.
 */
const GATHER_MS = { least: 1_500, most: 15_000 };

/**
 * Which books the member waits for. Live news says nothing about members, so a page knows its own
 * member's books beforehand and matches by itself.
 */
export function createSubscribedBooks(client: ApolloClient, session: Session) {
  let known: Promise<SubscribedBooks> | null = null;
  let renewing: Promise<void> | null = null;

  /** Read once for each time a member signs in; a failed reading is tried again at the next question. */
  function read(): Promise<SubscribedBooks> {
    known ??= readSubscribedBooks(client).catch((error: unknown) => {
      known = null;
      throw error;
    });
    return known;
  }

  function renew(): void {
    known = null;
  }

  /** Has the list read anew after a moment; who asks meanwhile waits for the same reading. */
  function renewSoon(): Promise<void> {
    renewing ??= new Promise((resolve) => {
      setTimeout(
        () => {
          renewing = null;
          renew();
          resolve();
        },
        GATHER_MS.least + Math.random() * (GATHER_MS.most - GATHER_MS.least),
      );
    });
    return renewing;
  }

  session.subscribe(() => {
    renew();
    if (session.state() === 'signedIn') read().catch(console.error);
  });

  globalThis.addEventListener?.('storage', ({ key }) => {
    if (key === `shinkan.${CHANGED}`) renew();
  });

  const isSignedIn = async () => (await session.token()) !== null;

  return {
    has: async (bookId: string): Promise<boolean> =>
      (await isSignedIn()) && (await read()).books.has(bookId),
    /**
     * The same of a book that something has just happened to: since the list was read it may have come
     * to it by itself, as a new book by somebody whom the member waits for.
     */
    async hasByNow(bookId: string): Promise<boolean> {
      if (!(await isSignedIn())) return false;
      const { books, grows } = await read();
      if (books.has(bookId) || !grows) return books.has(bookId);
      await renewSoon();
      return (await read()).books.has(bookId);
    },
    /** Why the member waits for a book; empty where they do not. */
    reasons: async (bookId: string): Promise<readonly ReasonPartsFragment[]> =>
      (await isSignedIn()) ? ((await read()).books.get(bookId) ?? []) : [],
    async set(bookId: string, subscribed: boolean): Promise<void> {
      const { books } = await read();
      if (subscribed) books.set(bookId, books.get(bookId) ?? []);
      else books.delete(bookId);
      lasting.keep(CHANGED, new Date().toISOString());
    },
    /** What the member waits for has changed as a whole: it is read anew, here and in the other tabs. */
    renew(): void {
      renew();
      lasting.keep(CHANGED, new Date().toISOString());
    },
  };
}

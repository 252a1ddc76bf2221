import type { ApolloClient } from '@apollo/client';
import type { ReasonPartsFragment } from '../generated/documents.ts';
import { readSubscribedBooks, type SubscribedBooks } from '../lib/api/readSubscribedBooks.ts';
import { lasting } from '../lib/browserMemory.ts';
import type { Session } from '../lib/session/createSession.ts';

/** The key under which a tab tells the others that the member's list has changed. */
const CHANGED = 'listChanged';

/**
 * How long to collect sales before reading the list again for all of them. Random per page, since
 * one sale reaches every open page of every subscribed member.
 */
const GATHER_MS = { least: 1_500, most: 15_000 };

/**
 * The books that the member is subscribed to. Live news contains nothing about members, so the page
 * knows its member's books in advance and matches them itself.
 */
export function createSubscribedBooks(client: ApolloClient, session: Session) {
  let known: Promise<SubscribedBooks> | null = null;
  let renewing: Promise<void> | null = null;

  /** Reads the list once per sign-in; retries a failed read at the next call. */
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

  /** Schedules a new read of the list; callers until then share it. */
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
     * The same for a book with a new event: a standing subscription may have added it since the
     * list was read.
     */
    async hasByNow(bookId: string): Promise<boolean> {
      if (!(await isSignedIn())) return false;
      const { books, grows } = await read();
      if (books.has(bookId) || !grows) return books.has(bookId);
      await renewSoon();
      return (await read()).books.has(bookId);
    },
    /** Why the member is subscribed to a book; empty if they are not. */
    reasons: async (bookId: string): Promise<readonly ReasonPartsFragment[]> =>
      (await isSignedIn()) ? ((await read()).books.get(bookId) ?? []) : [],
    async set(bookId: string, subscribed: boolean): Promise<void> {
      const { books } = await read();
      if (subscribed) books.set(bookId, books.get(bookId) ?? []);
      else books.delete(bookId);
      lasting.keep(CHANGED, new Date().toISOString());
    },
    /**
     * The member's subscriptions have changed as a whole: reads them again, here and in the other
     * tabs.
     */
    renew(): void {
      renew();
      lasting.keep(CHANGED, new Date().toISOString());
    },
  };
}

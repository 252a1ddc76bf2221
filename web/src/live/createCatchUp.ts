import type { ApolloClient } from '@apollo/client';
import { EndOfLogDocument, SalesSinceDocument } from '../generated/documents.ts';
import type { NoticeMemory } from './noticeMemory.ts';

/** Older sales are not news; their mail was sent long ago. */
const NEWS_MS = 14 * 24 * 60 * 60 * 1000;

/**
 * 5,000 sales, more than a shop has in that time. After a longer absence, only new sales are read.
 */
const MOST_PAGES = 50;

/** The delay before a retry. */
const AGAIN_MS = 30_000;

export interface CatchUpOptions {
  client: ApolloClient;
  memory: NoticeMemory;
  /** Whether the member is subscribed to this book. */
  isWanted(bookId: string): Promise<boolean>;
  /** Called for each sale among the member's books. */
  onSale(sale: { seq: string; bookId: string }): void;
  /** Called when everything has been read. */
  onDone(): Promise<void>;
}

/**
 * Reads which books went on sale while the member had no page open, from the log position that the
 * browser remembers. The first visit reads only new sales.
 */
export function createCatchUp({ client, memory, isWanted, onSale, onDone }: CatchUpOptions) {
  let member: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Returns the position that it read up to; null if the member has signed out meanwhile. */
  async function readSince(after: string, isOver: () => boolean): Promise<string | null> {
    let cursor = after;
    for (let pages = 0; pages < MOST_PAGES; pages += 1) {
      const page = await readSales(client, cursor);
      for (const { seq, bookId, occurredAt } of page.events) {
        if (Date.now() - Date.parse(occurredAt) > NEWS_MS) continue;
        const wanted = await isWanted(bookId);
        if (isOver()) return null;
        if (wanted) onSale({ seq, bookId });
      }
      cursor = page.endCursor;
      if (!page.hasNextPage) return cursor;
    }
    return readNewest(client);
  }

  async function read(whose: string): Promise<void> {
    const isOver = () => member !== whose;
    const after = memory.cursor(whose);
    const cursor = after === null ? await readNewest(client) : await readSince(after, isOver);
    if (cursor === null || isOver()) return;
    memory.keepCursor(whose, cursor);
    await onDone();
  }

  /** Reads now, and retries later on failure. */
  function run(): void {
    clearTimeout(timer);
    if (member === null) return;
    read(member).catch((error: unknown) => {
      console.info('Missed sales not read; will retry.', error);
      again();
    });
  }

  function again(): void {
    clearTimeout(timer);
    timer = setTimeout(run, AGAIN_MS);
  }

  return {
    /** Starts reading for this member; stops with null. */
    setMember(next: string | null): void {
      member = next;
      run();
    },
    run,
    again,
  };
}

async function readSales(client: ApolloClient, after: string) {
  const { data } = await client.query({
    query: SalesSinceDocument,
    variables: { after },
    fetchPolicy: 'no-cache',
  });
  if (!data) throw new Error('No log in the response');
  return data.bookEvents;
}

async function readNewest(client: ApolloClient): Promise<string> {
  const { data } = await client.query({ query: EndOfLogDocument, fetchPolicy: 'no-cache' });
  if (!data) throw new Error('No log cursor in the response');
  return data.latestBookEventCursor;
}

import type { ApolloClient } from '@apollo/client';
import { EndOfLogDocument, SalesSinceDocument } from '../generated/documents.ts';
import type { NoticeMemory } from './noticeMemory.ts';

/** A sale that is older is no news; its mail has long told of it. */
const NEWS_MS = 14 * 24 * 60 * 60 * 1000;

/** 5,000 sales, more than a shop has in those days. Who was away for longer begins anew. */
const MOST_PAGES = 50;

/** How long after a failure it is read again. */
const AGAIN_MS = 30_000;

export interface CatchUpOptions {
  client: ApolloClient;
  memory: NoticeMemory;
  /** Whether the member waits for this book. */
  isWanted(bookId: string): Promise<boolean>;
  /** Hears of each sale among the member's books. */
  onSale(sale: { seq: string; bookId: string }): void;
  /** Everything has been heard. */
  onDone(): Promise<void>;
}

/**
 * What went on sale while no page of a member's was open, from the place in the log that the browser
 * remembers. The first visit begins with news alone.
 */
export function createCatchUp({ client, memory, isWanted, onSale, onDone }: CatchUpOptions) {
  let member: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Gives up to where it has read; null when the member has gone meanwhile. */
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

  /** Reads now, and again later where that fails. */
  function run(): void {
    clearTimeout(timer);
    if (member === null) return;
    read(member).catch((error: unknown) => {
      console.info('What went on sale in the meantime is still to be read.', error);
      again();
    });
  }

  function again(): void {
    clearTimeout(timer);
    timer = setTimeout(run, AGAIN_MS);
  }

  return {
    /** For whom it reads, beginning now; nobody with null. */
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
  if (!data) throw new Error('The log was not answered');
  return data.bookEvents;
}

async function readNewest(client: ApolloClient): Promise<string> {
  const { data } = await client.query({ query: EndOfLogDocument, fetchPolicy: 'no-cache' });
  if (!data) throw new Error('The end of the log was not answered');
  return data.latestBookEventCursor;
}

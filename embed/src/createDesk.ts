import type { BookEvent, Following } from '../../client/src/index.ts';
import { askForBooks } from './askForBooks.ts';
import type { EmbeddedBookFragment } from './generated/documents.ts';
import type { Service } from './loadService.ts';

/** The state of one ISBN. */
export interface Seen {
  site: string;
  books: readonly EmbeddedBookFragment[];
  /** Those of its books that have gone on sale while the page was open. */
  justSold: ReadonlySet<string>;
}

type Listener = (seen: Seen) => void;

/** This many ISBNs keep a request well below the API firewall's size limit. */
const MOST_AT_ONCE = 30;

/** Elements created in quick succession share a request. */
const GATHER_MS = 30;

/** The delay before a retry, doubled with each failure. */
const AGAIN_MS = 10_000;
const AGAIN_AT_MOST_MS = 300_000;

/**
 * Events this far before the answer's cursor are read again: the books and the end of the log are
 * not read at the same instant, and no event in between may be missed. A repeated event changes
 * nothing.
 */
const OVERLAP = 100n;

/**
 * Combines the lookups of all elements of a page into few requests, with one live connection for
 * all.
 */
export function createDesk(loadService: () => Promise<Service>) {
  const listeners = new Map<string, Set<Listener>>();
  const known = new Map<string, readonly EmbeddedBookFragment[]>();
  const justSold = new Set<string>();
  const pending = new Set<string>();
  let service: Promise<Service> | null = null;
  let site = '';
  let following: Following | null = null;
  /** Undefined while no request is scheduled. */
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  /** Sales received while a request is in flight; null otherwise. */
  let heardMeanwhile: Map<string, BookEvent> | null = null;

  function tell(isbn: string): void {
    const books = known.get(isbn);
    if (books === undefined) return;
    for (const listener of listeners.get(isbn) ?? []) listener({ site, books, justSold });
  }

  function askLater(delay: number): void {
    askNoMore();
    timer = setTimeout(() => {
      timer = undefined;
      void ask();
    }, delay);
  }

  function askNoMore(): void {
    clearTimeout(timer);
    timer = undefined;
  }

  async function ask(): Promise<void> {
    const isbns = [...pending].filter((isbn) => listeners.has(isbn)).slice(0, MOST_AT_ONCE);
    // ISBNs added meanwhile wait for the end of this request.
    if (heardMeanwhile !== null || isbns.length === 0) return;
    heardMeanwhile = new Map();
    try {
      service ??= loadService();
      const { client, site: found } = await service;
      const { books, cursor } = await askForBooks(client.request, isbns);
      site = found;
      failures = 0;
      for (const isbn of isbns) {
        pending.delete(isbn);
        if (listeners.has(isbn)) known.set(isbn, books.get(isbn) ?? []);
      }
      for (const event of heardMeanwhile.values()) take(event);
      follow(client, cursor);
      for (const isbn of isbns) tell(isbn);
      askLater(0);
    } catch (error) {
      // The page shows its plain links meanwhile.
      console.info('Shinkan does not answer; will retry.', error);
      service = null;
      askLater(Math.min(AGAIN_AT_MOST_MS, AGAIN_MS * 2 ** failures) * (0.5 + Math.random() / 2));
      failures += 1;
    } finally {
      heardMeanwhile = null;
    }
  }

  /** Listens for sales while a book on the page is not on sale. */
  function follow(client: Service['client'], cursor: string): void {
    const isWaiting = [...known.values()].flat().some(({ status }) => status !== 'ON_SALE');
    if (following !== null || !isWaiting || listeners.size === 0) return;
    const from = BigInt(cursor) > OVERLAP ? BigInt(cursor) - OVERLAP : 0n;
    following = client.onBookEvents({
      kind: 'ON_SALE',
      after: String(from),
      onEvent(event) {
        heardMeanwhile?.set(event.bookId, event);
        for (const isbn of take(event)) tell(isbn);
      },
      onError: console.info,
    });
  }

  /** Applies an event; returns the ISBNs that it changes. */
  function take({ book }: BookEvent): string[] {
    const changed: string[] = [];
    for (const [isbn, books] of known) {
      const before = books.find(({ id }) => id === book.id);
      if (before === undefined || before.status === book.status) continue;
      if (book.status === 'ON_SALE') justSold.add(book.id);
      known.set(
        isbn,
        books.map((each) => (each.id === book.id ? book : each)),
      );
      changed.push(isbn);
    }
    return changed;
  }

  function leave(isbn: string, listener: Listener): void {
    const others = listeners.get(isbn);
    others?.delete(listener);
    if (others === undefined || others.size > 0) return;
    listeners.delete(isbn);
    pending.delete(isbn);
    if (listeners.size > 0) return;
    askNoMore();
    failures = 0;
    following?.stop();
    following = null;
    // Without a listener, the known state would become outdated.
    known.clear();
  }

  globalThis.addEventListener?.('online', () => {
    if (failures > 0 && pending.size > 0) askLater(0);
  });

  return {
    /**
     * Calls the listener with an ISBN's state, now and on every change; returns a function that
     * stops it.
     */
    watch(isbn: string, listener: Listener): () => void {
      const others = listeners.get(isbn) ?? new Set();
      listeners.set(isbn, others.add(listener));
      const books = known.get(isbn);
      if (books !== undefined) listener({ site, books, justSold });
      else {
        pending.add(isbn);
        // After a failure, the scheduled retry covers it.
        if (failures === 0 || timer === undefined) askLater(GATHER_MS);
      }
      return () => leave(isbn, listener);
    },
  };
}

export type Desk = ReturnType<typeof createDesk>;

import type { BookEvent, Following } from '../../client/src/index.ts';
import { askForBooks } from './askForBooks.ts';
import type { EmbeddedBookFragment } from './generated/documents.ts';
import type { Service } from './loadService.ts';

/** What is known of one ISBN. */
export interface Seen {
  site: string;
  books: readonly EmbeddedBookFragment[];
  /** The books among them that have gone on sale while the page was open. */
  justSold: ReadonlySet<string>;
}

type Listener = (seen: Seen) => void;

/** So many ISBNs fit into one question without coming near what the API's firewall refuses. */
const MOST_AT_ONCE = 30;

/** Elements that a page makes one after the other share a question. */
const GATHER_MS = 30;

/** After a failure it is asked again, later each time. */
const AGAIN_MS = 10_000;
const AGAIN_AT_MOST_MS = 300_000;

/**
 * Events from so far before the answer are read again: book and end of the log are not read at the
 * same instant, and nothing may happen unseen in between. Hearing one twice changes nothing.
 */
const OVERLAP = 100n;

/** What all elements of a page ask in common: one question for many, one live connection for all. */
export function createDesk(loadService: () => Promise<Service>) {
  const listeners = new Map<string, Set<Listener>>();
  const known = new Map<string, readonly EmbeddedBookFragment[]>();
  const justSold = new Set<string>();
  const pending = new Set<string>();
  let service: Promise<Service> | null = null;
  let site = '';
  let following: Following | null = null;
  /** Undefined while nobody is to be asked later. */
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  /** Sales that are heard while a question is under way; null while none is. */
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
    // What is asked for meanwhile waits for the end of this question.
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
      console.info('Shinkan does not answer; it is asked again.', error);
      service = null;
      askLater(Math.min(AGAIN_AT_MOST_MS, AGAIN_MS * 2 ** failures) * (0.5 + Math.random() / 2));
      failures += 1;
    } finally {
      heardMeanwhile = null;
    }
  }

  /** Listens while a book on the page is still to come. */
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

  /** Writes what an event tells; gives the ISBNs that it changes. */
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
    // Nobody listens from here on, so what is known grows old.
    known.clear();
  }

  globalThis.addEventListener?.('online', () => {
    if (failures > 0 && pending.size > 0) askLater(0);
  });

  return {
    /** Hears what is known of an ISBN, now and whenever it changes; returns what ends it. */
    watch(isbn: string, listener: Listener): () => void {
      const others = listeners.get(isbn) ?? new Set();
      listeners.set(isbn, others.add(listener));
      const books = known.get(isbn);
      if (books !== undefined) listener({ site, books, justSold });
      else {
        pending.add(isbn);
        // After a failure it is asked again soon enough, where that is still to come.
        if (failures === 0 || timer === undefined) askLater(GATHER_MS);
      }
      return () => leave(isbn, listener);
    },
  };
}

export type Desk = ReturnType<typeof createDesk>;

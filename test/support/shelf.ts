import { randomUUID } from 'node:crypto';
import type { Database } from '../../db/database.ts';
import { indexStoredBooks } from '../../services/ingest/backfill/indexStoredBooks.ts';
import type { StoredBook } from '../../services/ingest/backfill/storedBook.ts';

/** One book as a test describes it; the rest is ordinary. */
export interface ShelfBook {
  title?: string;
  status?: string;
  earliest?: string | null;
  latest?: string | null;
  contributors?: { name: string; role: string; reading?: string | null }[];
  isbn?: string;
  label?: string;
  form?: string;
  /** Before tax, at ten per cent unless stated otherwise. */
  price?: number | null;
  priceWithTax?: number;
  /** When it was announced, in UTC in SQL format; now if omitted. */
  announced?: string;
  precision?: string;
  /** In UTC, in the database's format. */
  onSaleAt?: string;
}

/** Books of one publisher that no other test has. */
export interface Shelf {
  publisher: string;
  /** Adds a book and returns its id. */
  add(book?: ShelfBook): Promise<string>;
  /** Appends an event to the log, as a workflow does, and returns its seq. */
  happen(bookId: string, kind: string): Promise<string>;
  /** Appends these events to the log in one step, and returns them with their seqs. */
  happenMany(events: ShelfEvent[]): Promise<(ShelfEvent & { seq: string })[]>;
  /** Removes its books, for lists that other tests read; only for a shelf without events. */
  clear(): Promise<void>;
}

interface ShelfEvent {
  bookId: string;
  kind: string;
}

export function openShelf(database: Database): Shelf {
  const publisher = `出版社${randomUUID()}`;
  let added = 0;
  return {
    publisher,
    async add(book = {}) {
      added += 1;
      const { earliest = '2099-05-01', latest = '2099-05-01', isbn = null } = book;
      const id = `test-${randomUUID()}`;
      await database.execute(
        `insert into book (id, profile, record_key, isbn, title, contributors, publisher, label, form, series, price,
           price_with_tax, release_earliest, release_latest, release_precision, release_text, release_order,
           status, on_sale_at, content_hash, run_id, created_at, updated_at)
         values (:id, 'test', :id, :isbn, :title, :contributors, :publisher, :label, :form, '[]', :price,
           :priceWithTax, :earliest, :latest, :precision, '未定', :place,
           :status, :onSaleAt, repeat('0', 64), 'test',
           coalesce(:announced, utc_timestamp(6)), utc_timestamp(6))`,
        {
          id,
          isbn,
          title: book.title ?? `第${added}巻`,
          contributors: JSON.stringify(book.contributors ?? []),
          publisher,
          label: book.label ?? null,
          form: book.form ?? null,
          price: book.price === undefined ? 1500 : book.price,
          priceWithTax: book.priceWithTax ?? null,
          announced: book.announced ?? null,
          earliest,
          latest,
          place: `${digits(earliest ?? latest)}${digits(latest)}`,
          status: book.status ?? 'UPCOMING',
          precision: book.precision ?? 'RANGE',
          onSaleAt: book.onSaleAt ?? null,
        },
      );
      await indexStoredBooks(database, [toStored(id, publisher, book, added)]);
      return id;
    },
    happen: async (bookId, kind) => (await append(database, [{ bookId, kind }]))[0]?.seq ?? '',
    happenMany: (events) => append(database, events),
    async clear() {
      await database.execute('delete from book where publisher = :publisher', { publisher });
    },
  };
}

/** The book as the search reads it. */
function toStored(id: string, publisher: string, book: ShelfBook, added: number) {
  const people = book.contributors ?? [];
  return {
    id,
    title: book.title ?? `第${added}巻`,
    subtitle: null,
    titleReading: null,
    volume: null,
    // Contains all that a search reads.
    contributors: people as StoredBook['contributors'],
    series: [],
    publisher,
    label: book.label ?? null,
  };
}

function digits(day: string | null): string {
  return day === null ? '99999999' : day.replaceAll('-', '');
}

function append(
  database: Database,
  events: ShelfEvent[],
): Promise<(ShelfEvent & { seq: string })[]> {
  return database.transaction(async (transaction) => {
    await transaction.execute('update book_event_counter set last_seq = last_seq + :count', {
      count: events.length,
    });
    const [counter] = await transaction.query('select last_seq from book_event_counter');
    const first = BigInt(String(counter?.last_seq)) - BigInt(events.length) + 1n;
    const appended = events.map((event, index) => ({
      ...event,
      seq: String(first + BigInt(index)),
      key: randomUUID(),
    }));
    await transaction.execute(
      `insert into book_event (seq, book_id, kind, occurred_at, event_key, published_at)
       select e.seq, e.book_id, e.kind, utc_timestamp(6), e.event_key, utc_timestamp(6)
       from json_table(:events, '$[*]' columns (seq bigint path '$.seq', book_id varchar(120) path '$.bookId',
         kind varchar(32) path '$.kind', event_key varchar(64) path '$.key')) e`,
      { events: JSON.stringify(appended) },
    );
    return appended;
  });
}

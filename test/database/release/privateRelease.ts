import { afterAll, beforeAll, beforeEach } from 'vitest';
import type { Database, Value } from '../../../db/database.ts';
import { prepareReader } from '../../../local/services/database/prepareDatabases.ts';
import {
  type Detected,
  type DetectPorts,
  detectOnSale,
} from '../../../services/release/detectOnSale.ts';
import {
  type PrivateDatabases,
  reader,
  startPrivateDatabases,
} from '../../support/privateDatabases.ts';
import { anAnnouncedBook } from '../../support/world.ts';

/** A statement with its values. */
interface Question {
  sql: string;
  values: { [name: string]: Value };
}

/** An ON_SALE event in the log. */
export type OnSaleEvent = { seq: number; book_id: string; event_key: string };

/**
 * The catalogue and the shop private to one test file, both behind the Data API, without a workflow
 * that looks first. Empty before each test.
 */
export function aPrivateRelease() {
  let databases: PrivateDatabases | undefined;
  const asked: Question[] = [];

  beforeAll(async () => {
    databases = await startPrivateDatabases();
    await prepareReader(databases.root, 'shop', reader, ['shop_member', 'shop_book']);
  });
  afterAll(() => databases?.stop());
  beforeEach(async () => {
    for (const table of ['book_event', 'book']) await own().execute(`delete from ${table}`);
    await own().execute('update book_event_counter set last_seq = 0');
    await open('shop').execute('delete from products');
    asked.length = 0;
  });

  function open(name: 'shinkan' | 'shop', as?: 'reader'): Database {
    if (!databases) throw new Error('The database is not open yet');
    return databases.open(name, as);
  }

  const own = () => open('shinkan');

  /** The shop as the release sees it: a reader of two views, whose statements are recorded. */
  const shop = (): Database => {
    const read = open('shop', 'reader');
    return {
      ...read,
      query: (sql, values = {}) => {
        asked.push({ sql, values });
        return read.query(sql, values);
      },
    };
  };

  const ports = (more: Partial<DetectPorts> = {}): DetectPorts => ({
    database: own(),
    shop: shop(),
    clock: () => new Date(),
    ...more,
  });

  return {
    own,
    shop,
    ports,
    /** Every statement run on the shop. */
    asked,
    /** The connection of the server’s administrator. */
    root: () => {
      if (!databases) throw new Error('The database is not open yet');
      return databases.root;
    },

    announces: (isbn: string, more: Parameters<typeof anAnnouncedBook>[1] = {}) =>
      anAnnouncedBook(isbn, more, own()),
    /**
     * Lists a book under thirteen or ten digits, on sale as of this time in UTC, or without one.
     */
    lists: async (isbn: string, since: string | null = '2026-01-01 00:00:00') => {
      await open('shop').execute(
        `insert into products (isbn13, sale_flag, sale_start, page_url)
         values (:isbn, 1, :since, concat('https://shop.example/', :isbn))
         on duplicate key update sale_flag = 1, sale_start = values(sale_start)`,
        { isbn, since },
      );
    },
    withdraws: async (...isbns: string[]) => {
      await open('shop').execute(
        `update products p join json_table(:isbns, '$[*]' columns (
             isbn varchar(13) character set ascii path '$')) as w
           on w.isbn = p.isbn13
         set p.sale_flag = 0`,
        { isbns: JSON.stringify(isbns) },
      );
    },
    looks: (more: Partial<DetectPorts> = {}): Promise<Detected> => detectOnSale(ports(more)),
    /** Ages everything that was told by this many days. */
    daysPass: async (days: number) => {
      await own().execute(
        `update book set on_sale_event_at = on_sale_event_at - interval ${days} day`,
      );
      await own().execute(`update book_event set occurred_at = occurred_at - interval ${days} day`);
    },

    statusOf: async (id: string) => {
      const [row] = await own().query(
        'select status, on_sale_at, product_url from book where id = :id',
        { id },
      );
      return row;
    },
    /** The ON_SALE events of these books, or of all. */
    events: async (...books: string[]): Promise<OnSaleEvent[]> => {
      const events = await own().query<OnSaleEvent>(
        "select seq, book_id, event_key from book_event where kind = 'ON_SALE' order by seq",
      );
      return books.length === 0 ? events : events.filter((one) => books.includes(one.book_id));
    },
  };
}

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RDSDataClient } from '@aws-sdk/client-rds-data';
import type { Connection } from 'mysql2/promise';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { applyMigrations } from '../../../db/applyMigrations.ts';
import { type Database, openDatabase, type Value } from '../../../db/database.ts';
import { readMigrations } from '../../../db/migrate.ts';
import { splitStatements } from '../../../db/splitStatements.ts';
import {
  prepareOwnDatabase,
  prepareReader,
} from '../../../local/services/mariadb/prepareDatabases.ts';
import { startMariadb } from '../../../local/services/mariadb/startMariadb.ts';
import { createDataApi } from '../../../local/services/rds-data/createDataApi.ts';
import { startRdsData } from '../../../local/services/rds-data/startRdsData.ts';
import { type Detected, type DetectPorts, detectOnSale } from '../../../release/detectOnSale.ts';
import { root } from '../../../scripts/root.ts';
import { clientSettings } from '../../../scripts/stack.ts';
import { anAnnouncedBook } from './world.ts';

const clusterArn = 'arn:test:cluster';
const owner = { secretArn: 'arn:test:owner', user: 'owner', password: 'owner' };
const reader = { secretArn: 'arn:test:reader', user: 'reader', password: 'reader' };

/** A statement with its values. */
export interface Question {
  sql: string;
  values: { [name: string]: Value };
}

/** An ON_SALE event as the log holds it. */
export type OnSaleEvent = { seq: number; book_id: string; event_key: string };

/**
 * The catalogue and the shop of one test file's own, both behind the Data API, with no workflow that
 * looks first. Empty before each test.
 */
export function aPrivateRelease() {
  let client: RDSDataClient | undefined;
  let connection: Connection | undefined;
  let stop = async () => {};
  const asked: Question[] = [];

  beforeAll(async () => {
    const dir = mkdtempSync(join(tmpdir(), 'shinkan-release-'));
    const mariadb = await startMariadb(dir, () => {});
    connection = await mariadb.connectAsRoot();
    for (const name of ['shinkan', 'shop']) await prepareOwnDatabase(connection, name, owner);
    const cluster = {
      resourceArn: clusterArn,
      httpEndpoint: true,
      socketPath: mariadb.socketPath,
      users: { [owner.secretArn]: owner, [reader.secretArn]: reader },
    };
    const api = await startRdsData(createDataApi([cluster]), 0, () => {});
    client = new RDSDataClient({ ...clientSettings, endpoint: api.url });
    await applyMigrations(own(), readMigrations(join(root, 'db/migrations')));
    for (const file of ['sample.sql', 'views.sql']) {
      const sql = readFileSync(join(root, 'db/shop', file), 'utf8');
      for (const statement of splitStatements(sql)) await open('shop', owner).execute(statement);
    }
    await prepareReader(connection, 'shop', reader, ['shop_member', 'shop_book']);
    stop = async () => {
      client?.destroy();
      await connection?.end();
      await api.stop();
      await mariadb.stop();
      rmSync(dir, { recursive: true, force: true });
    };
  });
  afterAll(() => stop());
  beforeEach(async () => {
    for (const table of ['book_event', 'book']) await own().execute(`delete from ${table}`);
    await own().execute('update book_event_counter set last_seq = 0');
    await open('shop', owner).execute('delete from products');
    asked.length = 0;
  });

  function open(database: 'shinkan' | 'shop', { secretArn }: { secretArn: string }): Database {
    if (!client) throw new Error('The database is not open yet');
    return openDatabase({ clusterArn, secretArn, database }, client);
  }

  const own = () => open('shinkan', owner);

  /** The shop as the release sees it: a reader of two views, whose statements are noted. */
  const shop = (): Database => {
    const read = open('shop', reader);
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
    /** Every statement that was put to the shop. */
    asked,
    /** As the administrator of the server. */
    root: () => {
      if (!connection) throw new Error('The database is not open yet');
      return connection;
    },

    announces: (isbn: string, more: Parameters<typeof anAnnouncedBook>[1] = {}) =>
      anAnnouncedBook(isbn, more, own()),
    /** Under thirteen or ten digits; on sale from a moment in UTC, or without one. */
    lists: async (isbn: string, since: string | null = '2026-01-01 00:00:00') => {
      await open('shop', owner).execute(
        `insert into products (isbn13, sale_flag, sale_start, page_url)
         values (:isbn, 1, :since, concat('https://shop.example/', :isbn))
         on duplicate key update sale_flag = 1, sale_start = values(sale_start)`,
        { isbn, since },
      );
    },
    withdraws: async (...isbns: string[]) => {
      await open('shop', owner).execute(
        `update products p join json_table(:isbns, '$[*]' columns (
             isbn varchar(13) character set ascii path '$')) as w
           on w.isbn = p.isbn13
         set p.sale_flag = 0`,
        { isbns: JSON.stringify(isbns) },
      );
    },
    looks: (more: Partial<DetectPorts> = {}): Promise<Detected> => detectOnSale(ports(more)),
    /** Everything that was told is by so much older. */
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

import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../db/database.ts';
import { detectOnSale } from '../../../services/release/detectOnSale.ts';
import { recordOnSale } from '../../../services/release/recordOnSale.ts';
import { announced, toFeed } from '../../support/feedRows.ts';
import { runShopFile } from '../../support/privateDatabases.ts';
import { waitsForLock } from '../../support/waitsForLock.ts';
import { someIsbns } from '../../support/world.ts';
import { aFeedDatabase } from '../ingest/feedDatabase.ts';

const feed = aFeedDatabase();

/** The shop’s tables are beside ours: only who writes the log matters here. */
beforeAll(async () => {
  await runShopFile(feed.open(), 'sample.sql');
  await runShopFile(feed.open(), 'views.sql');
});

/**
 * Reads the log from the last number seen, as the catch-up query does; returns how many events were
 * new.
 */
async function readOn(database: Database, seen: number[]): Promise<number> {
  const rows = await database.query<{ seq: number }>(
    'select seq from book_event where seq > :after order by seq limit 500',
    { after: seen.at(-1) ?? 0 },
  );
  seen.push(...rows.map((row) => Number(row.seq)));
  return rows.length;
}

/** Reads the log continuously. */
function aReader(database: Database) {
  const seen: number[] = [];
  let isOver = false;
  const reading = (async () => {
    while (!isOver) await readOn(database, seen);
    while ((await readOn(database, seen)) > 0);
  })();
  return {
    /** All numbers seen, once the writers are done. */
    async end(): Promise<number[]> {
      isOver = true;
      await reading;
      return seen;
    },
  };
}

/** Runs writers while four readers read; returns what each of them saw, and the log. */
async function readWhile(
  writers: () => Promise<unknown>[],
): Promise<{ seen: number[][]; log: number[] }> {
  const readers = Array.from({ length: 4 }, () => aReader(feed.open()));
  try {
    await Promise.all(writers());
  } finally {
    await Promise.all(readers.map((reader) => reader.end()));
  }
  const log = await feed.open().query<{ seq: number }>('select seq from book_event order by seq');
  return {
    seen: await Promise.all(readers.map((reader) => reader.end())),
    log: log.map((row) => Number(row.seq)),
  };
}

/** Retries on deadlock, as the workflow does with a step; throws anything else. */
async function insist<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const isPassing = error instanceof Error && /deadlock|lock wait/i.test(error.message);
      if (!isPassing || attempt === 20) throw error;
      await sleep(20 * Math.random() * attempt);
    }
  }
}

describe('a reader that follows the log by number', () => {
  it('a reader of the log never finds a new event below a number it has seen, whoever writes concurrently', {
    timeout: 120_000,
  }, async () => {
    const isbns = someIsbns(240);
    const rowOf = (isbn: string, index: number, hour: number, more = {}) =>
      announced(`B-${index}`, hour, { ISBN: isbn, ...more });
    await feed.deliver(toFeed(...isbns.map((isbn, index) => rowOf(isbn, index, 1))));
    const files: string[] = [];
    for (let file = 0; file < 6; file += 1) {
      const news = Array.from({ length: 40 }, (_, index) => announced(`N-${file}-${index}`, 2));
      const moved = isbns
        .map((isbn, index) => rowOf(isbn, index, 2, { 発売予定日: '2027年9月' }))
        .slice(file * 20, file * 20 + 20);
      files.push(await feed.stage(toFeed(...news, ...moved)));
    }
    // Moved books are not sold at the same time: whether they were moved would depend on chance.
    const sold = isbns.slice(120);
    const sell = async (some: string[]) => {
      await feed.open().execute(
        `insert into products (isbn13, sale_flag, page_url)
         select w.isbn, 1, 'https://shop.example/' from json_table(:isbns, '$[*]' columns (
           isbn varchar(13) character set ascii path '$')) as w`,
        { isbns: JSON.stringify(some) },
      );
      const ports = { database: feed.open(), shop: feed.open(), clock: () => new Date() };
      await insist(() => detectOnSale(ports));
    };
    const aShift = async (from: number) => {
      for (let at = from; at < sold.length; at += 8) await sell(sold.slice(at, at + 2));
    };

    const { seen, log } = await readWhile(() => [
      ...files.map((run) => insist(() => feed.merge(run))),
      ...[0, 2, 4, 6].map(aShift),
    ]);
    expect(log).toHaveLength(240 + 6 * (40 + 20) + 120);
    expect(log).toEqual(Array.from(log, (_, index) => index + 1));
    for (const one of seen) expect(one).toEqual(log);
  });

  it('a reader of the log never misses an event of a writer that came second and finished first', async () => {
    const [isbn = ''] = someIsbns(1);
    await feed.deliver(toFeed(announced('LATE', 1, { ISBN: isbn })));
    const [before] = await feed.open().query('select max(seq) as last_seq from book_event');
    const last = Number(before?.last_seq);
    const reader = aReader(feed.open());
    let second: Promise<number> | undefined;
    await feed.open().transaction(async (first) => {
      await first.execute('update book_event_counter set last_seq = last_seq + 1 where id = 1');
      second = recordOnSale(feed.open(), [
        { isbn, onSaleAt: '2027-01-05 00:00:00', productUrl: null },
      ]);
      expect(await waitsForLock(second, feed.root())).toBe(true);
      await first.execute(
        `insert into book_event (seq, book_id, kind, occurred_at, event_key)
         values (:seq, 'first', 'ON_SALE', utc_timestamp(6), 'FIRST')`,
        { seq: last + 1 },
      );
    });
    expect(await second).toBe(1);
    expect((await reader.end()).slice(-2)).toEqual([last + 1, last + 2]);
  });

  it('a reader of the log would miss an event if a writer took its number before locking the log', async () => {
    const takeNumber = () =>
      feed.open().transaction(async (transaction) => {
        await transaction.execute('update book_event_counter set last_seq = last_seq + 1');
        const [counter] = await transaction.query<{ last_seq: number }>(
          'select last_seq from book_event_counter',
        );
        return Number(counter?.last_seq);
      });
    const write = (seq: number) =>
      feed.open().execute(
        `insert into book_event (seq, book_id, kind, occurred_at, event_key)
         values (:seq, 'hasty', 'ON_SALE', utc_timestamp(6), concat('HASTY:', :seq))`,
        { seq },
      );
    const seen: number[] = [];
    const readAll = async () => {
      while ((await readOn(feed.open(), seen)) > 0);
    };
    const [slow, hasty] = [await takeNumber(), await takeNumber()];
    await write(hasty);
    await readAll();
    await write(slow);
    await readAll();
    expect(seen.at(-1)).toBe(hasty);
    expect(seen).not.toContain(slow);
  });
});

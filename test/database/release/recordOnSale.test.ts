import { expect, it } from 'vitest';
import type { Database } from '../../../db/database.ts';
import { recordOnSale } from '../../../services/release/recordOnSale.ts';
import { announced, toFeed } from '../../support/feedRows.ts';
import { aFeedDatabase } from '../ingest/feedDatabase.ts';

const feed = aFeedDatabase();
const first = '9784999999002';
const second = '9784999999019';
const soldNow = (isbn: string) => [{ isbn, onSaleAt: '2027-01-05 00:00:00', productUrl: null }];

/** Loses the answer to the insert of events, so that the client of the Data API retries. */
function losingAnswers(database: Database): Database {
  const twice = (inner: Database): Database => ({
    ...inner,
    execute: async (sql, values) => {
      const count = await inner.execute(sql, values);
      return sql.includes('insert into book_event') ? inner.execute(sql, values) : count;
    },
  });
  return {
    ...database,
    transaction: (work) => database.transaction((inner) => work(twice(inner))),
  };
}

it('recordOnSale continues to tell of books on sale after a database answer was lost', async () => {
  await feed.deliver(
    toFeed(announced('A-1', 1, { ISBN: first }), announced('A-2', 1, { ISBN: second })),
  );
  await recordOnSale(losingAnswers(feed.open()), soldNow(first));
  await recordOnSale(feed.open(), soldNow(second));
  const next = await feed.deliver(toFeed(announced('A-3', 1)));
  expect(next.events).toBe(1);
  const log = await feed.open().query('select seq, kind from book_event order by seq');
  expect(log.map(({ seq, kind }) => [seq, kind])).toEqual([
    [1, 'ANNOUNCED'],
    [2, 'ANNOUNCED'],
    [3, 'ON_SALE'],
    [4, 'ON_SALE'],
    [5, 'ANNOUNCED'],
  ]);
});

import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { backfillBooks } from '../../../ingest/backfill/backfillBooks.ts';
import { aFeedDatabase } from './feedDatabase.ts';
import { announced, toFeed } from './feedRows.ts';

const feed = aFeedDatabase();

const textOf = async (book: string) =>
  (
    await feed
      .open()
      .query<{ folded: string }>('select folded from book_text where book_id = :book', { book })
  )[0]?.folded;

it('a book that another run changes while the backfill waits for it is found by what it says then', async () => {
  await feed.deliver(toFeed(announced('R-1', 1, { 書名: '灯台守の手紙' })));
  await feed.open().execute('update book_backfill set version = 0');
  let waiting: Promise<number> | undefined;
  await feed.open().transaction(async (merge) => {
    await merge.query('select id from ingest_merge_lock where id = 1 for update');
    waiting = backfillBooks(feed.open());
    await pause(1_000);
    await merge.execute("update book set title = '灯台守の便り' where id = 'shinkan-R-1'");
  });
  expect(await waiting).toBe(1);
  expect(await textOf('shinkan-R-1')).toContain('便り');
});

it('books of several steps are all done in one go', async () => {
  const many = Array.from({ length: 401 }, (_, at) =>
    announced(`S-${at}`, 2, { 書名: `雪国${at}` }),
  );
  await feed.deliver(toFeed(...many));
  await feed.open().execute('update book_backfill set version = 0');
  expect(await backfillBooks(feed.open(), 0)).toBe(200);
  expect(await backfillBooks(feed.open())).toBe(202);
  expect(await backfillBooks(feed.open())).toBe(0);
});

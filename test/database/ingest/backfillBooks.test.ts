import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { backfillBooks } from '../../../services/ingest/backfill/backfillBooks.ts';
import { askList } from '../../../tools/testing/askList.ts';
import { announced, toFeed } from '../../support/feedRows.ts';
import { asOwner } from '../../support/privateDatabases.ts';
import { aFeedDatabase } from './feedDatabase.ts';
import { partsOf } from './linkedNames.ts';

const feed = aFeedDatabase();

const textOf = async (book: string) =>
  (
    await feed
      .open()
      .query<{ folded: string }>('select folded from book_text where book_id = :book', { book })
  )[0]?.folded;

it('backfillBooks uses the new state of a book that another run changes while the backfill waits for it', async () => {
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

it('backfillBooks does the books of several steps in one go', async () => {
  const many = Array.from({ length: 401 }, (_, at) =>
    announced(`S-${at}`, 2, { 書名: `雪国${at}` }),
  );
  await feed.deliver(toFeed(...many));
  await feed.open().execute('update book_backfill set version = 0');
  expect(await backfillBooks(feed.open(), 0)).toBe(200);
  expect(await backfillBooks(feed.open())).toBe(202);
  expect(await backfillBooks(feed.open())).toBe(0);
});

it('backfillBooks leaves a run staged by an earlier version and merged later to the next backfill', async () => {
  expect(await backfillBooks(feed.open())).toBe(0);
  const runId = await feed.stage(
    toFeed(announced('T-1', 3, { 書名: '星図の庭師', 著者: '灯野一|著|', ISBN: '9784999999002' })),
  );
  await feed.open().execute(
    `update ingest_stage set search_text = null,
       content = json_set(content, '$[26]', null, '$[27]', null) where run_id = :runId`,
    { runId },
  );
  await feed
    .open()
    .execute('update ingest_run set given_version = null where id = :runId', { runId });
  await feed.merge(runId);
  const [book] = await feed
    .open()
    .query<{ id: string }>("select id from book where isbn = '9784999999002'");
  const id = book?.id ?? '';
  expect(await textOf(id)).toBeUndefined();
  // Meanwhile it is found as before.
  const catalogue = { api: feed.api(), ...asOwner, database: 'shinkan' };
  const { edges } = await askList(catalogue, { args: { filter: { text: '978-4-999999-00-2' } } });
  expect(edges.map(({ node }) => node?.title)).toEqual(['星図の庭師']);
  expect(await backfillBooks(feed.open())).toBe(403);
  expect(await textOf(id)).toContain('星図');
  expect(await partsOf(feed.open(), id)).toHaveLength(1);
});

it('backfillBooks leaves other books alone after a run that was read by this version', async () => {
  await feed.deliver(toFeed(announced('T-2', 4)));
  expect(await backfillBooks(feed.open())).toBe(0);
});

it('backfillBooks links nobody to a name without visible characters, and the next name keeps its position', async () => {
  await feed.deliver(toFeed(announced('U-1', 5, { 著者: '\u200B|著|;並木花|絵|' })));
  const places = () =>
    feed.open().query("select place, role from book_contributor where book_id = 'shinkan-U-1'");
  expect(await places()).toEqual([{ place: 1, role: 'ILLUSTRATOR' }]);
  await feed.open().execute('update book_backfill set version = 0');
  await backfillBooks(feed.open());
  expect(await places()).toEqual([{ place: 1, role: 'ILLUSTRATOR' }]);
});

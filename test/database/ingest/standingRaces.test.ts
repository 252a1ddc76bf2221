import { expect, it } from 'vitest';
import type { Database } from '../../../db/database.ts';
import { mergeRun } from '../../../services/ingest/merging/mergeRun.ts';
import { askResolvers } from '../../support/askResolver.ts';
import { announced, toFeed } from '../../support/feedRows.ts';
import { waitsForLock } from '../../support/waitsForLock.ts';
import { RESOLVERS } from '../resolvers/waiting.ts';
import { aFeedDatabase } from './feedDatabase.ts';

const feed = aFeedDatabase();
const ask = askResolvers(() => feed.api());
const by = (record: string, author: string) => announced(record, 1, { 著者: `${author}|著|` });

async function idOf(author: string): Promise<string> {
  const [row] = await feed
    .open()
    .query<{ id: string }>('select id from contributor where name = :author', { author });
  return row?.id ?? '';
}

const waitsFor = async (member: string) =>
  (
    await feed
      .open()
      .query<{ book_id: string }>(
        'select book_id from subscription where member_id = :member order by book_id',
        { member },
      )
  ).map((row) => row.book_id);

/** A database that does this in a merge, before a statement that begins with these words. */
function beforeStatement(
  database: Database,
  beginning: string,
  work: () => Promise<unknown>,
): Database {
  const first = async (sql: string) => {
    if (sql.startsWith(beginning)) await work();
  };
  return {
    ...database,
    transaction: (merge) =>
      database.transaction((transaction) =>
        merge({
          ...transaction,
          async query(sql, values) {
            await first(sql);
            return transaction.query(sql, values);
          },
          async execute(sql, values, after) {
            await first(sql);
            return transaction.execute(sql, values, after);
          },
        }),
      ),
  };
}

/** Right after the waiting members were subscribed. */
const meanwhile = (database: Database, work: () => Promise<unknown>) =>
  beforeStatement(database, 'update ingest_merge_lock', work);

/** After books are linked, and before waiting members are looked up. */
const beforeTheMatching = (database: Database, work: () => Promise<unknown>) =>
  beforeStatement(database, 'select 1 from standing_subscription', work);

/** Merges the file while somebody does this, possibly having to wait for the merge’s end. */
async function mergeWhile(content: string, work: () => Promise<unknown>): Promise<void> {
  const runId = await feed.stage(content);
  let done: Promise<unknown> = Promise.resolve();
  const database = meanwhile(feed.open(), async () => {
    done = work();
    await waitsForLock(done, feed.root());
  });
  await mergeRun(database, { runId }, new Date());
  await done;
}

it('a member who starts waiting while a merge announces a book gets it, and is told only that', async () => {
  await feed.deliver(toFeed(by('A-0', '雨宮一'), by('B-0', '他の人')));
  const contributorId = await idOf('雨宮一');
  // Otherwise the merge would not look for members at all.
  await ask(RESOLVERS.subscribeToContributor, { contributorId: await idOf('他の人') }, '9');
  await mergeWhile(toFeed(by('A-1', '雨宮一')), () =>
    ask(RESOLVERS.subscribeToContributor, { contributorId }, '1'),
  );
  expect(await waitsFor('1')).toEqual(['shinkan-A-0', 'shinkan-A-1']);
});

it('the very first member to wait for anything gets a book announced by a concurrent merge', async () => {
  await feed.open().execute('delete from standing_subscription');
  await feed.deliver(toFeed(by('F-0', '初野零')));
  const contributorId = await idOf('初野零');
  await mergeWhile(toFeed(by('F-1', '初野零')), () =>
    ask(RESOLVERS.subscribeToContributor, { contributorId }, '2'),
  );
  expect(await waitsFor('2')).toEqual(['shinkan-F-0', 'shinkan-F-1']);
});

it('a member who stops waiting while a merge announces a book does not get it', async () => {
  await feed.deliver(toFeed(by('E-0', '終山二')));
  const contributorId = await idOf('終山二');
  await ask(RESOLVERS.subscribeToContributor, { contributorId }, '3');
  await mergeWhile(toFeed(by('E-1', '終山二')), () =>
    ask(RESOLVERS.unsubscribeFromContributor, { contributorId }, '3'),
  );
  expect(await waitsFor('3')).toEqual([]);
  const left = await feed.open().query(`select * from subscription_reason where member_id = '3'`);
  expect(left).toEqual([]);
});

it('a member who subscribes to an author of a book that a merge has just linked is noted at once', async () => {
  await feed.deliver(toFeed(by('N-0', '名取三')));
  const contributorId = await idOf('名取三');
  const runId = await feed.stage(toFeed(by('N-1', '名取三')));
  let noted: unknown;
  const database = beforeTheMatching(feed.open(), async () => {
    const asking = ask(RESOLVERS.subscribeToContributor.slice(0, 3), { contributorId }, '4');
    noted = (await waitsForLock(asking, feed.root())) ? 'after the merge' : 'at once';
    if (noted === 'at once') await asking;
  });
  await mergeRun(database, { runId }, new Date());
  expect(noted).toBe('at once');
  expect(await waitsFor('4')).toEqual(['shinkan-N-1']);
});

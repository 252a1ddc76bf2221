import { beforeAll, describe, expect, it } from 'vitest';
import { discardRun } from '../../../services/ingest/guarding/discardRun.ts';
import { recordPreview } from '../../../services/ingest/guarding/recordPreview.ts';
import { tryRun } from '../../../services/ingest/guarding/tryRun.ts';
import { announced, type FeedRow, toFeed, withdrawn } from '../../support/feedRows.ts';
import { aFeedDatabase } from './feedDatabase.ts';

const feed = aFeedDatabase();
const known = Array.from({ length: 20 }, (_, n) => announced(`D-${n}`, 1));
const full = (number: number) => ({ name: `shinkan_20270105_full_00${number}.csv` });
const moved = (row: FeedRow | undefined): FeedRow => ({
  ...(row as FeedRow),
  発売予定日: '2027年8月',
  更新日時: '2027-01-06T00:00:00Z',
});
const news = toFeed(
  ...known.slice(0, 15),
  moved(known[15]),
  withdrawn('D-16', 2),
  withdrawn('D-17', 2),
  withdrawn('D-18', 2),
  announced('D-90', 2),
  { ...announced('D-91', 2), 本体価格: 'abc' },
);

async function stateOf(run: string) {
  const [row] = await feed.open().query('select * from ingest_run where id = :run', { run });
  return row;
}

async function stagedRows(run: string) {
  const [row] = await feed
    .open()
    .query('select count(*) as n from ingest_stage where run_id = :run', { run });
  return row?.n;
}

beforeAll(async () => {
  await feed.deliver(toFeed(...known), full(1));
  for (const member of ['1', '2']) {
    await feed.open().execute(
      `insert into subscription (member_id, book_id, created_at, consent_source)
       values (:member, 'shinkan-D-16', utc_timestamp(6), 'test')`,
      { member },
    );
  }
});

describe('deciding on a held run', () => {
  it('a held run is previewed exactly as it is merged, and nothing changes before', async () => {
    const before = await feed.catalogue();
    const runId = await feed.stage(news, full(2));
    expect(await feed.guard(runId)).toMatchObject({ decision: 'HOLD' });
    const preview = await recordPreview(feed.open(), runId, new Date());
    expect(await feed.catalogue()).toBe(before);
    expect(preview).toMatchObject({
      records: 21,
      created: 1,
      changed: 4,
      unchanged: 15,
      held: 0,
      rejected: 1,
      unconfirmed: 0,
    });
    expect(
      preview.events.map(({ kind, count, subscriptions }) => [kind, count, subscriptions]),
    ).toEqual([
      ['ANNOUNCED', 1, 0],
      ['CANCELLED', 3, 2],
      ['RESCHEDULED', 1, 0],
    ]);
    expect(preview.events[2]?.examples).toEqual([
      {
        bookId: 'shinkan-D-15',
        title: expect.any(String),
        change: expect.objectContaining({ to: expect.objectContaining({ text: '2027年8月' }) }),
      },
    ]);
    expect(JSON.parse(`${(await stateOf(runId))?.preview}`)).toEqual(preview);

    const report = await feed.merge(runId, 'tencho');
    const { unconfirmed: _, events, ...account } = preview;
    expect(report).toEqual({
      ...account,
      runId,
      events: events.reduce((sum, { count }) => sum + count, 0),
    });
  });

  it('a discarded run is dropped, and the operator’s name is kept', async () => {
    const before = await feed.catalogue();
    const runId = await feed.stage(toFeed(...known.slice(0, 2)), full(3));
    expect(await feed.guard(runId)).toMatchObject({ decision: 'HOLD' });
    for (const by of ['tencho', 'someone else']) {
      await discardRun(feed.open(), { runId, discardedBy: by }, new Date());
    }
    expect(await stateOf(runId)).toMatchObject({ state: 'DISCARDED', discarded_by: 'tencho' });
    expect(await stagedRows(runId)).toBe(0);
    expect(await feed.catalogue()).toBe(before);
    await expect(feed.merge(runId, 'tencho')).rejects.toMatchObject({
      name: 'IngestRunNotMergeable',
    });
    const staged = await feed.stage(toFeed(announced('D-92', 2)));
    await expect(
      discardRun(feed.open(), { runId: staged, discardedBy: 'tencho' }, new Date()),
    ).rejects.toMatchObject({ name: 'IngestRunNotMergeable' });
    await expect(
      discardRun(feed.open(), { runId: 'none', discardedBy: 'tencho' }, new Date()),
    ).rejects.toMatchObject({ name: 'IngestRunNotFound' });
  });

  it('a dry run only reports, whether held or not, first time or repeat', async () => {
    const before = await feed.catalogue();
    const ordinary = await feed.stage(toFeed(announced('D-93', 2)));
    const bad = await feed.stage(toFeed({ ...announced('D-94', 2), 本体価格: 'abc' }));
    for (let time = 1; time <= 2; time += 1) {
      expect(await tryRun(feed.open(), ordinary, new Date())).toMatchObject({ decision: 'MERGE' });
      expect(await feed.catalogue()).toBe(before);
    }
    expect(await tryRun(feed.open(), bad, new Date())).toMatchObject({ decision: 'HOLD' });
    expect(await stateOf(ordinary)).toMatchObject({ state: 'DISCARDED', reason_code: 'dry-run' });
    expect(await stateOf(bad)).toMatchObject({
      state: 'DISCARDED',
      reason_code: 'too-many-rejects',
    });
    expect(JSON.parse(`${(await stateOf(ordinary))?.preview}`)).toMatchObject({ created: 1 });
    expect(await stagedRows(ordinary)).toBe(0);
    expect(await feed.catalogue()).toBe(before);
  });

  it('a dry run only reports a file that cannot be read at all', async () => {
    const runId = await feed.stage('a,b\n1,2\n', full(4));
    expect(await tryRun(feed.open(), runId, new Date())).toMatchObject({ decision: 'REFUSE' });
    expect(await stateOf(runId)).toMatchObject({ state: 'REFUSED' });
  });
});

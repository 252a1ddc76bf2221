import { beforeAll, describe, expect, it } from 'vitest';
import { announced, type FeedRow, toFeed, withdrawn } from '../../support/feedRows.ts';
import { aFeedDatabase } from './feedDatabase.ts';

const feed = aFeedDatabase();
const known = Array.from({ length: 40 }, (_, n) => announced(`G-${n}`, 1));
/** The full file of this day. */
const full = (day: number) => ({ name: `shinkan_2027010${day}_full_001.csv` });
const moved = (row: FeedRow): FeedRow => ({
  ...row,
  発売予定日: '2027年8月',
  更新日時: '2027-01-06T00:00:00Z',
});

beforeAll(async () => {
  for (const number of [1, 2, 3]) await feed.deliver(toFeed(...known), full(number));
});

describe('the guard', () => {
  it('the guard passes an ordinary file', async () => {
    const runId = await feed.stage(
      toFeed(...known.slice(0, 36), ...known.slice(36).map(moved)),
      full(4),
    );
    expect(await feed.guard(runId)).toEqual({ runId, decision: 'MERGE', reason: null });
  });

  it.each<[string, string, FeedRow[]]>([
    [
      'too-many-rejects',
      '3 of 40 rows',
      [...known.slice(0, 37), ...known.slice(37).map((row) => ({ ...row, 本体価格: 'abc' }))],
    ],
    ['too-few-rows', '19 rows where 40 are usual', known.slice(0, 19)],
    [
      'too-many-cancelled',
      '5 of 40 upcoming',
      [...known.slice(0, 35), ...Array.from({ length: 5 }, (_, n) => withdrawn(`G-${n + 35}`, 2))],
    ],
    ['too-many-absent', '9 of 40 upcoming', known.slice(0, 31)],
    ['too-many-moved', '5 of 40 upcoming', [...known.slice(0, 35), ...known.slice(35).map(moved)]],
  ])(
    'the guard holds a full file for %s and leaves the catalogue as it is',
    async (code, words, rows) => {
      const before = await feed.catalogue();
      const runId = await feed.stage(toFeed(...rows), full(5));
      const decision = await feed.guard(runId);
      expect(decision).toMatchObject({ decision: 'HOLD', reason: expect.stringContaining(words) });
      expect(await feed.guard(runId)).toEqual(decision);
      await expect(feed.merge(runId)).rejects.toMatchObject({ name: 'IngestRunHeld' });
      const [run] = await feed
        .open()
        .query('select * from ingest_run where id = :run', { run: runId });
      expect(run).toMatchObject({ state: 'HELD', reason_code: code, approved_by: null });
      expect(Number(run?.held_count) + Number(run?.rejected_count)).toBe(run?.record_count);
      expect(await feed.catalogue()).toBe(before);
    },
  );

  it('the guard does not judge a delta by its size', async () => {
    const runId = await feed.stage(toFeed(...known.slice(0, 1).map(moved)));
    expect(await feed.guard(runId)).toMatchObject({ decision: 'MERGE' });
  });

  it('the guard is overruled by an operator whose name is kept with the run', async () => {
    const runId = await feed.stage(toFeed(...known.slice(0, 20)), full(6));
    expect(await feed.guard(runId)).toMatchObject({ decision: 'HOLD' });
    expect(await feed.merge(runId, 'tencho')).toMatchObject({ unchanged: 20, events: 0 });
    const [run] = await feed
      .open()
      .query('select * from ingest_run where id = :run', { run: runId });
    expect(run).toMatchObject({ state: 'MERGED', approved_by: 'tencho' });
    expect(run?.approved_at).not.toBeNull();
  });

  it('the guard cannot be bypassed by approving a run that it has not held', async () => {
    const runId = await feed.stage(toFeed(...known.slice(0, 20)));
    await expect(feed.merge(runId, 'tencho')).rejects.toMatchObject({
      name: 'IngestRunNotMergeable',
    });
    expect(await feed.merge(runId)).toMatchObject({ unchanged: 20 });
  });

  it('a book is unconfirmed when two full files in a row omit it, and back when one lists it', async () => {
    expect(await feed.book('shinkan-G-30')).toMatchObject({ status: 'UPCOMING', absences: 1 });
    await feed.merge(await feed.stage(toFeed(...known.slice(0, 20)), full(7)));
    expect(await feed.book('shinkan-G-30')).toMatchObject({ status: 'UNCONFIRMED' });
    const back = await feed.deliver(toFeed(announced('G-30', 7)));
    expect(await feed.events(back.runId)).toEqual([]);
    expect(await feed.book('shinkan-G-30')).toMatchObject({ status: 'UPCOMING', absences: 0 });
    const moves = await feed.deliver(toFeed(moved(known[31] as FeedRow)));
    expect((await feed.events(moves.runId)).map(({ kind }) => kind)).toEqual(['RESCHEDULED']);
    expect(await feed.book('shinkan-G-31')).toMatchObject({ status: 'UPCOMING', absences: 0 });
  });

  it('a rejected row still counts its book as listed', async () => {
    const rows = [...known.slice(0, 19), { ...known[19], 本体価格: 'abc' }];
    await feed.merge(await feed.stage(toFeed(...rows), full(8)));
    expect(await feed.book('shinkan-G-19')).toMatchObject({ status: 'UPCOMING' });
  });

  it('a merge takes the same bytes once, whatever the file’s name', async () => {
    const text = toFeed(...known.slice(0, 20), announced('G-90', 9));
    const first = await feed.deliver(text, full(9));
    expect(first).toMatchObject({ created: 1 });
    const before = await feed.catalogue();
    for (let time = 1; time <= 5; time += 1) {
      const runId = await feed.stage(text, { name: `shinkan_20270109_full_0${10 + time}.csv` });
      expect(await feed.guard(runId)).toMatchObject({ decision: 'MERGE' });
      expect(await feed.merge(runId)).toMatchObject({
        records: 21,
        created: 0,
        changed: 0,
        unchanged: 21,
        events: 0,
      });
      const [run] = await feed
        .open()
        .query('select state, repeat_of from ingest_run where id = :run', { run: runId });
      expect(run).toEqual({ state: 'MERGED', repeat_of: first.runId });
    }
    expect(await feed.catalogue()).toBe(before);
  });

  it('the same bytes are read again under another date, and if rows were held until a later day', async () => {
    const text = toFeed({ ...announced('G-91', 9), 解禁日: '2027-01-06' });
    expect(await feed.deliver(text)).toMatchObject({ held: 1 });
    const runId = await feed.stage(text, { today: '2027-01-06' });
    await feed.guard(runId);
    expect(await feed.merge(runId)).toMatchObject({ created: 1 });
    const later = await feed.stage(text, {
      name: 'shinkan_20270107_delta_001.csv',
      today: '2027-01-06',
    });
    await feed.guard(later);
    const [run] = await feed
      .open()
      .query('select state from ingest_run where id = :run', { run: later });
    expect(run).toEqual({ state: 'STAGED' });
  });
});

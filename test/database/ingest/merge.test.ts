import { describe, expect, it } from 'vitest';
import { announced, repriced, toFeed, withdrawn } from '../../support/feedRows.ts';
import { INVENTED_WEEK, readOracle, trcFile } from '../../support/trcWeeks.ts';
import { aFeedDatabase } from './feedDatabase.ts';

const feed = aFeedDatabase();
const nothing = { created: 0, changed: 0, unchanged: 0, held: 0, rejected: 0 };

describe('merge', () => {
  it('merge announces new books once, however often their file comes', async () => {
    const file = toFeed(announced('A-1', 1, { ISBN: '9784999999002' }), announced('A-2', 1));
    const first = await feed.deliver(file);
    expect(first).toMatchObject({ ...nothing, records: 2, created: 2, events: 2 });
    const before = await feed.catalogue();
    const again = await feed.deliver(file);
    expect(again).toMatchObject({ ...nothing, records: 2, unchanged: 2, events: 0 });
    expect(await feed.catalogue()).toBe(before);
    expect(await feed.merge(first.runId)).toEqual(first);
  });

  it('merge tells nothing again when a file is repeated whose rows all have the same time', async () => {
    const file = toFeed(
      announced('E-1', 1),
      withdrawn('E-1', 1),
      announced('E-2', 1),
      repriced('E-2', 1, '1800'),
    );
    const first = await feed.deliver(file);
    expect(first).toMatchObject({ ...nothing, records: 4, created: 2, changed: 2, events: 3 });
    const before = await feed.catalogue();
    const again = await feed.deliver(file);
    expect(again).toMatchObject({ ...nothing, records: 4, unchanged: 4, events: 0 });
    expect(await feed.catalogue()).toBe(before);
  });

  it.each([
    ['shinkan', 'shinkan_20270105_delta_002.csv', toFeed(announced('D-1', 1)), 1],
    ['trc', 'trc_20270105.tsv', `\t本${'\t'.repeat(16)}\r\n`, 3],
  ])(
    'merge records with a run of %s from how many days on a move is told',
    async (profile, name, file, days) => {
      const runId = await feed.stage(file, { profile, name });
      const [run] = await feed
        .open()
        .query('select state, tell_moves_from_days from ingest_run where id = :runId', { runId });
      expect(run).toEqual({ state: 'STAGED', tell_moves_from_days: days });
    },
  );

  it('merge tells that a date moved, from what to what, and ignores other changed texts', async () => {
    const moved = await feed.deliver(
      toFeed(announced('A-1', 2, { ISBN: '9784999999002', 発売予定日: '2027年4月上旬' })),
    );
    expect(moved).toMatchObject({ ...nothing, records: 1, changed: 1, events: 1 });
    expect(await feed.events(moved.runId)).toMatchObject([
      {
        kind: 'RESCHEDULED',
        book: 'isbn-9784999999002',
        change: {
          from: {
            earliest: '2027-03-01',
            latest: '2027-03-31',
            precision: 'MONTH',
            text: '2027年3月',
          },
          to: {
            earliest: '2027-04-01',
            latest: '2027-04-10',
            precision: 'THIRD',
            text: '2027年4月上旬',
          },
        },
      },
    ]);
    const reworded = await feed.deliver(
      toFeed(announced('A-1', 3, { ISBN: '9784999999002', 発売予定日: '2027年4月初旬' })),
    );
    expect(reworded).toMatchObject({ changed: 1, events: 0 });
  });

  it('merge counts a row older than the known state as unchanged', async () => {
    const report = await feed.deliver(
      toFeed(announced('A-1', 1, { ISBN: '9784999999002', 発売予定日: '2027年9月' })),
    );
    expect(report).toMatchObject({ ...nothing, records: 1, unchanged: 1, events: 0 });
    expect(await feed.book('isbn-9784999999002')).toMatchObject({ release_text: '2027年4月初旬' });
  });

  it('merge withdraws a book and revives it under another record of the same ISBN', async () => {
    const gone = await feed.deliver(toFeed(withdrawn('A-1', 4)));
    expect((await feed.events(gone.runId)).map(({ kind }) => kind)).toEqual(['CANCELLED']);
    expect(await feed.deliver(toFeed(withdrawn('A-1', 5)))).toMatchObject({
      unchanged: 1,
      events: 0,
    });
    const back = await feed.deliver(toFeed(announced('A-9', 6, { ISBN: '9784999999002' })));
    expect(await feed.events(back.runId)).toMatchObject([
      {
        kind: 'REVIVED',
        book: 'isbn-9784999999002',
        change: { from: { text: '2027年4月初旬' }, to: { text: expect.any(String) } },
      },
    ]);
    expect(await feed.book('isbn-9784999999002')).toMatchObject({
      status: 'UPCOMING',
      record_key: 'A-9',
    });
  });

  it('merge leaves a book on sale when its record is withdrawn or moved', async () => {
    await feed.deliver(toFeed(announced('S-1', 1)));
    await feed.open().execute("update book set status = 'ON_SALE' where id = 'shinkan-S-1'");
    const gone = await feed.deliver(toFeed(withdrawn('S-1', 2)));
    expect(gone).toMatchObject({ unchanged: 1, events: 0 });
    const moved = await feed.deliver(toFeed(announced('S-1', 3, { 発売予定日: '2027年9月' })));
    expect(moved).toMatchObject({ changed: 1, events: 0 });
    expect(await feed.book('shinkan-S-1')).toMatchObject({ status: 'ON_SALE' });
  });

  it('merge revises a price and nothing else', async () => {
    await feed.deliver(toFeed(announced('P-1', 1)));
    const revised = await feed.deliver(toFeed(repriced('P-1', 2, '1700')));
    expect(revised).toMatchObject({ ...nothing, records: 1, changed: 1, events: 0 });
    expect(await feed.book('shinkan-P-1')).toMatchObject({ price: 1700, title: '書名 P-1' });
    expect(await feed.deliver(toFeed(repriced('P-1', 3, '1700')))).toMatchObject({ unchanged: 1 });
    const whole = toFeed(announced('P-1', 4, { 本体価格: '1700' }));
    expect(await feed.deliver(whole)).toMatchObject({ unchanged: 1 });
  });

  it('merge rejects a row about an unknown record and keeps it with the rejects', async () => {
    const report = await feed.deliver(toFeed(withdrawn('X-1', 1), repriced('X-2', 1, '100')));
    expect(report).toMatchObject({ ...nothing, records: 2, rejected: 2 });
    const rejects = await feed
      .open()
      .query('select * from ingest_reject where run_id = :run order by line', {
        run: report.runId,
      });
    expect(rejects).toMatchObject([
      { line: 2, reason_code: 'unknown-record', raw_row: expect.stringContaining('X-1') },
      { line: 3, reason_code: 'unknown-record', raw_row: expect.stringContaining('X-2') },
    ]);
    expect(rejects[0]?.reason).toContain('「X-1」は知られていないレコードです');
    expect(rejects[0]?.reason).toContain('"X-1" is a record that is not known');
  });

  it('merge hides a row until its embargo date and reports it as held', async () => {
    const row = toFeed(announced('H-1', 1, { 解禁日: '2027-02-01' }));
    expect(await feed.deliver(row)).toMatchObject({ ...nothing, records: 1, held: 1, events: 0 });
    expect(await feed.book('shinkan-H-1')).toBeUndefined();
    expect(await feed.deliver(row, { today: '2027-02-01' })).toMatchObject({
      created: 1,
      events: 1,
    });
  });

  it('merge takes the last row when a file mentions a book more than once', async () => {
    const report = await feed.deliver(
      toFeed(
        announced('L-1', 1, { 書名: '初め' }),
        announced('L-1', 3, { 書名: '終わり' }),
        announced('L-1', 2, { 書名: '途中' }),
        repriced('L-1', 4, '1800'),
        announced('L-2', 1),
        withdrawn('L-2', 2),
      ),
    );
    expect(report).toMatchObject({ ...nothing, records: 6, created: 2, changed: 2, unchanged: 2 });
    expect(await feed.book('shinkan-L-1')).toMatchObject({ title: '終わり', price: 1800 });
    expect((await feed.events(report.runId)).map(({ kind, book }) => [kind, book])).toEqual([
      ['ANNOUNCED', 'shinkan-L-1'],
      ['ANNOUNCED', 'shinkan-L-2'],
      ['CANCELLED', 'shinkan-L-2'],
    ]);
  });

  it('merge keeps volumes that share one ISBN apart, in any order of rows', async () => {
    const volumes = ['上', '中', '下'].map((volume, index) =>
      announced(`V-${index}`, 1, { ISBN: '9784999999026', 巻次: volume }),
    );
    const report = await feed.deliver(toFeed(...volumes.toReversed()));
    expect(report).toMatchObject({ created: 3 });
    expect(await feed.deliver(toFeed(...volumes))).toMatchObject({ unchanged: 3 });
    const one = await feed.deliver(
      toFeed({ ...volumes[1], 発売予定日: '2027年5月', 更新日時: '2027-01-06T00:00:00Z' }),
    );
    expect(one).toMatchObject({ changed: 1, events: 1 });
    const ids = await feed.open().query("select id, volume from book where isbn = '9784999999026'");
    expect(ids).toHaveLength(3);
    for (const { id } of ids) expect(id).toMatch(/^isbn-9784999999026-[0-9a-f]{10}$/);
  });

  it('merge numbers events without a gap that a later writer could fill', async () => {
    await feed.deliver(toFeed(announced('N-1', 1), announced('N-2', 1)));
    const rows = await feed
      .open()
      .query<{ seq: number }>('select seq from book_event order by seq');
    const [counter] = await feed.open().query('select last_seq from book_event_counter');
    expect(rows.map(({ seq }) => Number(seq))).toEqual(rows.map((_, index) => index + 1));
    expect(Number(counter?.last_seq)).toBe(rows.length);
  });

  it('merge happens once when requested five times concurrently', async () => {
    const runId = await feed.stage(
      toFeed(...Array.from({ length: 50 }, (_, n) => announced(`C-${n}`, 1))),
    );
    const reports = await Promise.all(Array.from({ length: 5 }, () => feed.merge(runId)));
    for (const report of reports) expect(report).toMatchObject({ created: 50, events: 50 });
    expect(await feed.events(runId)).toHaveLength(50);
  });

  it('concurrent merges of two files announce each book once', async () => {
    const rows = Array.from({ length: 20 }, (_, n) => announced(`T-${n}`, 1));
    const runs = [await feed.stage(toFeed(...rows)), await feed.stage(toFeed(...rows))];
    const reports = await Promise.all(runs.map((run) => feed.merge(run)));
    expect(reports.map(({ created }) => created).toSorted((a, b) => a - b)).toEqual([0, 20]);
    expect(reports.map(({ unchanged }) => unchanged).toSorted((a, b) => a - b)).toEqual([0, 20]);
  });

  it('merge changes nothing when its counts do not add up, and reports them', async () => {
    const runId = await feed.stage(toFeed(announced('Z-1', 1)));
    await feed
      .open()
      .execute('update ingest_run set record_count = 2 where id = :run', { run: runId });
    const before = await feed.catalogue();
    await expect(feed.merge(runId)).rejects.toMatchObject({
      name: 'IngestAccountMismatch',
      message: expect.stringContaining('2 records, but 1 created'),
    });
    expect(await feed.catalogue()).toBe(before);
    await feed
      .open()
      .execute('update ingest_run set record_count = 1 where id = :run', { run: runId });
    expect(await feed.merge(runId)).toMatchObject({ created: 1 });
  });

  it('merge names the run when it does not exist or was rejected', async () => {
    await expect(feed.merge('no-such-run')).rejects.toMatchObject({ name: 'IngestRunNotFound' });
    const refused = await feed.stage('a,b\n1,2\n');
    await expect(feed.merge(refused)).rejects.toMatchObject({ name: 'IngestRunNotMergeable' });
    expect(await feed.guard(refused)).toMatchObject({
      decision: 'REFUSE',
      reason: expect.stringContaining('プロファイル「shinkan」の形ではありません'),
    });
  });

  it('merge leaves no staged rows behind', async () => {
    await feed.deliver(toFeed(announced('L-1', 1)));
    const [left] = await feed.open().query(
      `select count(*) as n from ingest_stage s join ingest_run r on r.id = s.run_id
       where r.state in ('MERGED', 'REFUSED')`,
    );
    expect(left?.n).toBe(0);
  });

  it.for([INVENTED_WEEK, '20170902', '20170916'])(
    'merge maps every row of TRC’s file of %s to its own book',
    async (week, context) => {
      const file = trcFile(week, context);
      const rows = readOracle(file);
      expect(rows.length).toBeGreaterThan(30);
      const report = await feed.deliverFile(file, 'trc');
      expect(report).toMatchObject({ ...nothing, records: rows.length, created: rows.length });
      const again = await feed.deliverFile(file, 'trc');
      expect(again).toMatchObject({
        ...nothing,
        records: rows.length,
        unchanged: rows.length,
        events: 0,
      });
    },
  );
});

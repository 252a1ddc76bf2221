import { describe, expect, it } from 'vitest';
import { IngestRunOvertaken } from '../../../services/ingest/merging/errors.ts';
import { beginRun } from '../../../services/ingest/stage/run.ts';
import { announced, repriced, toFeed, withdrawn } from '../../support/feedRows.ts';
import { aFeedDatabase } from './feedDatabase.ts';

const feed = aFeedDatabase();
const isbn = '9784999999002';

async function known(runId: string): Promise<number> {
  const [row] = await feed
    .open()
    .query('select count(*) as n from ingest_known where run_id = :run', { run: runId });
  return Number(row?.n);
}

const trcRow = (price: string, date: string) =>
  ['978-4-9999990-1-9', '本', '', '汐見透子 著', '', '', '架空書房', '', date]
    .concat(['100p', '19cm', '', '', '', '', '', price, ''])
    .join('\t');
const trc = (day: number, ...rows: string[]) =>
  feed.deliver(`${rows.join('\r\n')}\r\n`, {
    profile: 'trc',
    name: `trc_2027010${day}.tsv`,
    encoding: 'utf-8',
  });

describe('a row whose text its book was last read from', () => {
  const rows = Array.from({ length: 30 }, (_, number) => announced(`T-${number}`, 1));

  it('a known row is recognized and counted as unchanged, and only the others are staged', async () => {
    await feed.deliver(toFeed(...rows));
    const changed = rows.with(7, announced('T-7', 2, { 発売予定日: '2027年4月' }));
    const runId = await feed.stage(toFeed(...changed, announced('T-new', 2)));
    expect(await known(runId)).toBe(29);
    expect(await feed.merge(runId)).toMatchObject({ created: 1, changed: 1, unchanged: 29 });
    expect(await known(runId)).toBe(0);
  });

  it('a known row is read again under another header', async () => {
    const runId = await feed.stage(toFeed(...rows).replace('書名', '書名 '));
    expect(await known(runId)).toBe(0);
    expect(await feed.merge(runId)).toMatchObject({ created: 0, changed: 0, unchanged: 30 });
  });

  it('a known row is read again if its date is relative to the day of the file', async () => {
    const text = toFeed(announced('T-next', 1, { 発売予定日: '来月' }));
    await feed.deliver(text, { name: 'shinkan_20270105_delta_001.csv' });
    const later = await feed.deliver(text, { name: 'shinkan_20270205_delta_001.csv' });
    expect(await feed.events(later.runId)).toMatchObject([{ kind: 'RESCHEDULED' }]);
  });

  it('a known row is read again after its book was withdrawn, and revives it', async () => {
    const [first = {}] = rows;
    await feed.deliver(toFeed(withdrawn('T-0', 1)));
    const back = await feed.deliver(toFeed({ ...first, 更新日時: '2027-01-05T01:00:00+09:00' }));
    expect(await feed.events(back.runId)).toMatchObject([{ kind: 'REVIVED' }]);
  });

  it('a known row has the last word in its file, whichever row came before it', async () => {
    const text = toFeed(announced('T-5', 1, { 発売予定日: '2027年9月' }), announced('T-5', 1));
    expect(await feed.deliver(text)).toMatchObject({ changed: 0, unchanged: 2, events: 0 });
  });

  it('a known row has the last word if rows take the time of their file', async () => {
    const [vague, exact] = [trcRow('1700', '2027.5'), trcRow('1600', '2027.3')];
    await trc(1, vague, exact);
    for (const day of [2, 3]) {
      expect(await trc(day, vague, exact)).toMatchObject({ changed: 0, unchanged: 2, events: 0 });
    }
  });

  it('known rows keep two books apart that share an ISBN', async () => {
    const volumes = ['上', '下'].map((title) =>
      announced(`T-${title}`, 1, { ISBN: isbn, 書名: title }),
    );
    await feed.deliver(toFeed(...volumes));
    const [one = {}, two = {}] = volumes;
    const text = toFeed(one, two, announced('T-外', 2, { ISBN: isbn, 書名: '外伝' }));
    expect(await feed.deliver(text)).toMatchObject({ created: 1, unchanged: 2 });
  });

  it('a known row whose book another run has changed since makes the file be read again', async () => {
    const [first, second] = [announced('T-race', 3), announced('T-race', 4, { 本体価格: '9' })];
    await feed.deliver(toFeed(first));
    // Not exactly the same bytes, which would be a repeat.
    const overtaken = await feed.stage(toFeed(first, announced('T-beside', 1)));
    expect(await known(overtaken)).toBe(1);
    await feed
      .open()
      .execute("update book set source_updated_at = null where record_key = 'T-race'");
    await feed.open().execute('update ingest_known set source_updated_at = null');
    await feed.deliver(toFeed({ ...second, 更新日時: first.更新日時 ?? '' }));
    await feed
      .open()
      .execute("update book set source_updated_at = null where record_key = 'T-race'");
    await expect(feed.merge(overtaken)).rejects.toBeInstanceOf(IngestRunOvertaken);
  });

  it('a known row does not override a book that another run has updated', async () => {
    const first = announced('T-on', 3);
    await feed.deliver(toFeed(first));
    const runId = await feed.stage(toFeed(first, announced('T-aside', 1)));
    await feed.deliver(toFeed(announced('T-on', 4, { 本体価格: '9' })));
    expect(await feed.merge(runId)).toMatchObject({ created: 1, unchanged: 1 });
    expect(await feed.book('shinkan-T-on')).toMatchObject({ price: 9 });
  });

  it('a row is not known any more after a later row changed only the book’s time', async () => {
    await feed.deliver(toFeed(announced('T-price', 1)));
    await feed.deliver(toFeed(repriced('T-price', 8, '1600')));
    const text = toFeed(
      announced('T-price', 9, { 発売予定日: '2027年6月' }),
      announced('T-price', 1),
    );
    expect(await feed.deliver(text)).toMatchObject({ changed: 1, unchanged: 1, events: 1 });
  });
});

describe('a record that its book has left', () => {
  it('a row of a record that its book has left takes nothing from the book, in a later or the same file', async () => {
    const old = { ISBN: '9784999999026' };
    await feed.deliver(toFeed(announced('F-old', 1, old)));
    await feed.deliver(toFeed(announced('F-new', 2, { ...old, 書名: '書名 F-old' })));
    const late = await feed.deliver(toFeed(withdrawn('F-old', 3, old)));
    expect(late).toMatchObject({ unchanged: 1, rejected: 0, events: 0 });

    const other = { ISBN: '9784999999033' };
    await feed.deliver(toFeed(announced('G-old', 1, other)));
    const next = announced('G-new', 2, { ...other, 書名: '書名 G-old' });
    const both = await feed.deliver(toFeed(next, withdrawn('G-old', 3)));
    expect(await feed.events(both.runId)).toEqual([]);
    expect(await feed.book(`isbn-${other.ISBN}`)).toMatchObject({ status: 'UPCOMING' });
  });

  it('a row of a record that its book has left does not pass its time to another volume of its ISBN', async () => {
    const shared = { ISBN: '9784999999040' };
    const upper = (hour: number, more = {}) =>
      announced('V-1', hour, { ...shared, 書名: '全集 上', 巻次: '上', ...more });
    const lower = (hour: number, price: string) =>
      announced('V-2', hour, { ...shared, 書名: '全集 下', 巻次: '下', 本体価格: price });
    await feed.deliver(toFeed(upper(1)));
    await feed.deliver(toFeed(lower(2, '1600')));
    await feed.deliver(toFeed(lower(5, '1'), lower(6, '2')));
    const moved = await feed.deliver(toFeed(upper(4, { 発売予定日: '2027年5月' })));
    expect(moved).toMatchObject({ changed: 1, events: 1 });
  });
});

describe('the start of a run', () => {
  it('a run starts without waiting for a merge in progress', async () => {
    const order = { runId: 'begun', profile: 'shinkan', fileKey: 'incoming/x.csv' };
    await feed.open().transaction(async (merge) => {
      await merge.query('select id from ingest_merge_lock where id = 1 for update');
      expect(await beginRun(feed.open(), order, new Date())).toBe(true);
    });
  });

  it('a run that starts ends another run that has not moved for seven hours, but not itself', async () => {
    const begun = new Date('2027-01-01T00:00:00Z');
    const later = new Date('2027-01-01T08:00:00Z');
    const order = (runId: string) => ({ runId, profile: 'shinkan', fileKey: 'incoming/x.csv' });
    await beginRun(feed.open(), order('left'), begun);
    await beginRun(feed.open(), order('again'), begun);
    expect(await beginRun(feed.open(), order('again'), later)).toBe(true);
    const rows = await feed
      .open()
      .query("select id, state from ingest_run where id in ('left', 'again') order by id");
    expect(rows).toEqual([
      { id: 'again', state: 'STAGING' },
      { id: 'left', state: 'DISCARDED' },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { FIELD_COUNT } from '../../../services/ingest/stage/content.ts';
import { VERSION } from '../../../services/ingest/stage/version.ts';
import { announced, toFeed } from '../../support/feedRows.ts';
import { aFeedDatabase } from './feedDatabase.ts';

const feed = aFeedDatabase();

/** Leaves the stored books as a release that adds a derived column does. */
const forgetDerived = () => feed.open().execute("update book set release_order = ''");
const derived = async (id: string) => (await feed.book(id))?.release_order;

describe('a derived column added after a book was merged', () => {
  const text = toFeed(announced('D-1', 1), announced('D-2', 1, { 発売予定日: '来月' }));
  const books = ['shinkan-D-1', 'shinkan-D-2'];
  const before = { version: VERSION - 1000, program: 'before' };

  async function mergeByTheVersionBefore(): Promise<void> {
    const { runId } = await feed.deliver(text, { program: before.program });
    await feed.open().execute('update ingest_run set given_version = :version where id = :runId', {
      version: before.version,
      runId,
    });
  }

  it('a derived column is filled in unchanged books when a file is ingested again, and nobody is told', async () => {
    await mergeByTheVersionBefore();
    const values = await Promise.all(books.map(derived));
    await forgetDerived();
    const again = await feed.deliver(text, { program: 'after' });
    expect(again).toMatchObject({ created: 0, changed: 0, unchanged: 2, events: 0 });
    expect(await Promise.all(books.map(derived))).toEqual(values);
  });

  it('a derived column is filled by the next file as well, whose rows repeat the books unchanged', async () => {
    await forgetDerived();
    const next = `${text}${toFeed(announced('D-3', 1)).split('\r\n')[1]}\r\n`;
    expect(await feed.deliver(next, { program: 'later' })).toMatchObject({
      created: 1,
      changed: 0,
    });
    expect(await Promise.all(books.map(derived))).not.toContain('');
  });

  it('a derived column stays as it is while the reader version is the same: the file is a repeat', async () => {
    await feed.deliver(text);
    await forgetDerived();
    const again = await feed.deliver(text);
    expect(again).toMatchObject({ unchanged: 2, events: 0 });
    expect(await derived('shinkan-D-1')).toBe('');
  });

  it('a derived column changes the reader version automatically', () => {
    expect(Math.floor(VERSION / 1000) % 1000).toBe(FIELD_COUNT);
  });
});

describe('a held run staged before a field was added', () => {
  /** As staged by the first version of the content; an added field comes last. */
  const CONTENT = [
    ...['灯台守の手紙', '副題', 'トウダイモリノテガミ', '上', '初版'],
    [{ name: '灯野一', role: 'AUTHOR', roleText: '著' }],
    ...['架空書房', '架空販売', '架空文庫', [{ name: '灯台叢書', number: '1' }]],
    ...[1600, 1760, null, 10, '文庫', '320p', '内容紹介', 'https://img.example/1.jpg'],
    ...['2027-03-05', '2027-03-05', 'DAY', '2027年3月5日', '2027030520270305'],
    ...[null, null, null],
  ];

  it('approving a run staged before the added field puts every value in its place', async () => {
    const runId = await feed.stage(toFeed(announced('H-1', 1)));
    await feed.open().execute(`update ingest_stage set content = :content where run_id = :runId`, {
      content: JSON.stringify(CONTENT),
      runId,
    });
    await feed
      .open()
      .execute("update ingest_run set state = 'HELD', given_version = null where id = :runId", {
        runId,
      });
    expect(await feed.merge(runId, 'tencho')).toMatchObject({ created: 1, events: 1 });
    expect(await feed.book('shinkan-H-1')).toMatchObject({
      title: '灯台守の手紙',
      subtitle: '副題',
      title_reading: 'トウダイモリノテガミ',
      volume: '上',
      edition: '初版',
      publisher: '架空書房',
      seller: '架空販売',
      label: '架空文庫',
      price: 1600,
      price_with_tax: 1760,
      set_price: null,
      tax_rate: 10,
      form: '文庫',
      pages: '320p',
      description: '内容紹介',
      cover_url: 'https://img.example/1.jpg',
      release_precision: 'DAY',
      release_text: '2027年3月5日',
      release_order: '2027030520270305',
    });
  });

  it('approving a run staged before the added field keeps a derived column that it does not know', async () => {
    const row = announced('H-2', 1);
    await feed.deliver(toFeed(row));
    const runId = await feed.stage(toFeed(row), { program: 'before' });
    await feed
      .open()
      .execute(
        "update ingest_stage set content = json_set(content, '$[22]', null) where run_id = :runId",
        { runId },
      );
    await feed
      .open()
      .execute('update ingest_run set given_version = null where id = :runId', { runId });
    await feed.merge(runId);
    expect(await derived('shinkan-H-2')).toMatch(/^\d{16}$/);
  });
});

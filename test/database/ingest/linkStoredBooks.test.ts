import { describe, expect, it } from 'vitest';
import { backfillBooks } from '../../../services/ingest/backfill/backfillBooks.ts';
import { announced, toFeed } from '../../support/feedRows.ts';
import { aFeedDatabase } from './feedDatabase.ts';
import { allNames, partsOf, placeOf } from './linkedNames.ts';

const feed = aFeedDatabase();

const books = toFeed(
  announced('B-1', 1, { 書名: '星図の庭師', 巻次: '1', 著者: '灯野一|編著|ヒノハジメ;並木花|絵|' }),
  announced('B-2', 1, { 書名: '星図の庭師', 巻次: '2', 著者: '灯野 一|著|' }),
  announced('B-3', 1),
);

async function forget(...tables: string[]): Promise<void> {
  for (const table of tables) await feed.open().execute(`delete from ${table}`);
  await feed.open().execute('update book_backfill set version = 0');
}

describe('linking of stored books', () => {
  it('stored books are linked to the same contributors and series as if they were merged now', async () => {
    await feed.deliver(books);
    const merged = await allNames(feed.open());
    expect(await partsOf(feed.open(), 'shinkan-B-1')).toHaveLength(3);
    await forget('book_contributor', 'book_series', 'contributor', 'series');
    expect(await backfillBooks(feed.open())).toBe(3);
    expect(await allNames(feed.open())).toBe(merged);
    expect(await backfillBooks(feed.open())).toBe(0);
  });

  it('stored books are relinked, and lose links to names that they do not mention', async () => {
    const before = await allNames(feed.open());
    await feed.open().execute(
      `update book set volume = null, title = '独りの本',
         contributors = '[{"name": "並木花", "reading": null, "role": "ARTIST", "roleText": "絵"}]'
       where id = 'shinkan-B-2'`,
    );
    await forget();
    expect(await backfillBooks(feed.open())).toBe(3);
    const parts = await partsOf(feed.open(), 'shinkan-B-2');
    expect(parts).toEqual([{ role: 'ARTIST', stated: '並木花', name: '並木花', reading: null }]);
    expect(await placeOf(feed.open(), 'shinkan-B-2')).toBeUndefined();
    expect(await allNames(feed.open())).not.toBe(before);
  });
});

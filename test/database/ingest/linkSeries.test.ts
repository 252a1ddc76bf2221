import { describe, expect, it } from 'vitest';
import { announced, toFeed } from '../../support/feedRows.ts';
import { aFeedDatabase } from './feedDatabase.ts';
import { placeOf } from './linkedNames.ts';

const feed = aFeedDatabase();
const volume = (record: string, 書名: string, 巻次: string, hour = 1, 書名カナ = '') =>
  announced(record, hour, { 書名, 巻次, 書名カナ });
const place = (record: string) => placeOf(feed.open(), `shinkan-${record}`);

describe('linking of books to series in a merge', () => {
  it('a merge links volumes to a series by title and volume, and a standalone book to none', async () => {
    await feed.deliver(
      toFeed(
        volume('V-1', '星図の庭師', '1', 1, 'セイズノニワシ'),
        volume('V-2', '星図 の庭師', '２'),
        volume('V-3', '独りの本', ''),
      ),
    );
    expect(await place('V-1')).toMatchObject({
      name: '星図 の庭師',
      reading: 'セイズノニワシ',
      volume_number: '1.00',
    });
    expect((await place('V-2'))?.id).toBe((await place('V-1'))?.id);
    expect(await place('V-3')).toBeUndefined();
  });

  it('a merge relinks a book when a row changes its series', async () => {
    await feed.deliver(toFeed(volume('V-2', '星図の庭師', '3', 2)));
    expect((await place('V-2'))?.volume_number).toBe('3.00');
    await feed.deliver(toFeed(volume('V-2', '別の本', '', 3)));
    expect(await place('V-2')).toBeUndefined();
  });
});

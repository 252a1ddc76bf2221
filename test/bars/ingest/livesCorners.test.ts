import { describe, expect, it } from 'vitest';
import { aFeedDatabase } from '../../database/ingest/feedDatabase.ts';
import { announced, repriced, toFeed, withdrawn } from '../../support/feedRows.ts';

const feed = aFeedDatabase();
const full = (day: string) => ({ name: `shinkan_202701${day}_full_001.csv` });

describe('corner cases of books’ lives', () => {
  it('a price revision and a cancellation of one book in one file both take effect', async () => {
    await feed.deliver(toFeed(announced('A-1', 1)));
    const both = await feed.deliver(toFeed(repriced('A-1', 2, '1900'), withdrawn('A-1', 3)));
    expect(both).toMatchObject({ records: 2, changed: 2, unchanged: 0 });
    expect(await feed.book('shinkan-A-1')).toMatchObject({ price: 1900, status: 'CANCELLED' });
  });

  it('a repeated cancellation is not undone by an older row that comes late', async () => {
    await feed.deliver(toFeed(announced('B-1', 1)));
    await feed.deliver(toFeed(withdrawn('B-1', 5)));
    await feed.deliver(toFeed(withdrawn('B-1', 9)));
    const late = await feed.deliver(toFeed(announced('B-1', 7)));
    expect(late).toMatchObject({ unchanged: 1, events: 0 });
    expect(await feed.book('shinkan-B-1')).toMatchObject({ status: 'CANCELLED' });
  });

  it('a repeated price is not undone by an older row that comes late', async () => {
    await feed.deliver(toFeed(announced('C-1', 1)));
    await feed.deliver(toFeed(repriced('C-1', 9, '1600')));
    const late = await feed.deliver(toFeed(announced('C-1', 7, { 本体価格: '1400' })));
    expect(late).toMatchObject({ unchanged: 1, events: 0 });
    expect(await feed.book('shinkan-C-1')).toMatchObject({ price: 1600 });
  });

  it('an ISBN that one record leaves and another takes in one file makes two books', async () => {
    await feed.deliver(toFeed(announced('E-1', 1, { ISBN: '9784999999002' })));
    const swap = await feed.deliver(
      toFeed(
        announced('E-1', 2, { ISBN: '9784999999019' }),
        announced('E-2', 3, { ISBN: '9784999999002' }),
      ),
    );
    expect(swap).toMatchObject({ records: 2, created: 1, changed: 1 });
    const books = await feed
      .open()
      .query("select record_key, isbn from book where record_key like 'E-%' order by record_key");
    expect(books).toEqual([
      { record_key: 'E-1', isbn: '9784999999019' },
      { record_key: 'E-2', isbn: '9784999999002' },
    ]);
  });

  it('a row of a record that its book has left keeps its age when it is repeated', async () => {
    await feed.deliver(toFeed(announced('F-1', 1, { ISBN: '9784999999026' })));
    await feed.deliver(toFeed(withdrawn('F-1', 2)));
    await feed.deliver(toFeed(announced('F-2', 3, { ISBN: '9784999999026' })));
    const again = await feed.deliver(toFeed(withdrawn('F-1', 2)));
    expect(again).toMatchObject({ records: 1, unchanged: 1, rejected: 0 });
  });

  it('an unconfirmed book is upcoming again when a price revision names it', async () => {
    const others = [announced('G-2', 1), announced('G-3', 1)];
    await feed.deliver(toFeed(announced('G-1', 1), ...others), full('10'));
    await feed.deliver(toFeed(...others), full('11'));
    await feed.deliver(toFeed(...others), full('12'));
    expect(await feed.book('shinkan-G-1')).toMatchObject({ status: 'UNCONFIRMED' });
    await feed.deliver(toFeed(repriced('G-1', 2, '1900')));
    expect(await feed.book('shinkan-G-1')).toMatchObject({ status: 'UPCOMING', price: 1900 });
  });

  it('a late full list does not affect books that were announced after it', async () => {
    const old = [announced('H-1', 1), announced('H-2', 1), announced('H-3', 1)];
    await feed.deliver(toFeed(...old, announced('H-4', 2)), full('20'));
    await feed.deliver(toFeed(...old), full('18'));
    await feed.deliver(toFeed(...old.toReversed()), full('19'));
    expect(await feed.book('shinkan-H-4')).toMatchObject({ status: 'UPCOMING' });
  });

  it('a row with an impossible time fails alone', async () => {
    const report = await feed.deliver(
      toFeed(
        announced('I-1', 1),
        announced('I-2', 1, { 更新日時: '9999-12-31T23:59:00-10:00' }),
        announced('I-3', 1, { 更新日時: '0000-01-01T00:00:00+09:00' }),
      ),
    );
    expect(report).toMatchObject({ records: 3, created: 1, rejected: 2 });
  });

  it('a bad cell with a rare character at position 80 fails its row alone', async () => {
    const price = `${'x'.repeat(79)}𠮷y`;
    const report = await feed.deliver(
      toFeed(announced('J-1', 1), announced('J-2', 1, { 本体価格: price })),
    );
    expect(report).toMatchObject({ records: 2, created: 1, rejected: 1 });
  });

  it('a record that is cancelled and replaced in one file keeps its age when the file is repeated', async () => {
    await feed.deliver(toFeed(announced('K-1', 1, { ISBN: '9784999999040' })));
    const file = toFeed(withdrawn('K-1', 2), announced('K-2', 3, { ISBN: '9784999999040' }));
    expect(await feed.deliver(file)).toMatchObject({ changed: 1, unchanged: 1, rejected: 0 });
    expect(await feed.deliver(file)).toMatchObject({ unchanged: 2, rejected: 0 });
  });
});

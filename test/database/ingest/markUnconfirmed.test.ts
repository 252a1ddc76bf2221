import { beforeEach, describe, expect, it } from 'vitest';
import { announced, toFeed } from '../../support/feedRows.ts';
import { aFeedDatabase } from './feedDatabase.ts';

const feed = aFeedDatabase();

/** Delivers the full file of this day that lists nothing but a book of this price. */
const deliverFull = (day: number, price: number) =>
  feed.deliver(toFeed(announced('LISTED', 1, { 本体価格: String(price) })), {
    name: `shinkan_2027020${day}_full_001.csv`,
  });

const OMITTED = 'shinkan-OMITTED';

beforeEach(async () => {
  for (const table of ['book', 'ingest_run']) await feed.open().execute(`delete from ${table}`);
  await feed.deliver(toFeed(announced('OMITTED', 1)));
});

describe('markUnconfirmed', () => {
  it('markUnconfirmed leaves the books of another partner alone, whether its files omit or list them', async () => {
    const row = ['978-4-9999990-1-9', '本', '', '汐見透子 著', '', '', '架空書房', '', '2027.3']
      .concat(['100p', '19cm', '', '', '', '', '', '1700', ''])
      .join('\t');
    await feed.deliver(`${row}\r\n`, { profile: 'trc', name: 'trc_20270301.tsv' });
    // As if that partner's full files had omitted it twice, and its limit were higher.
    await feed.open().execute("update book set absences = 2 where profile = 'trc'");
    await feed.open().execute("update ingest_run set unconfirmed_after = 3 where profile = 'trc'");
    await feed.deliver(toFeed(announced('SAME', 1, { ISBN: '9784999999019' })));
    for (const day of [1, 2, 3]) await deliverFull(day, day);
    const books = await feed.open().query('select status, absences from book order by profile, id');
    expect(books).toEqual([
      { status: 'UPCOMING', absences: 0 },
      { status: 'UNCONFIRMED', absences: 2 },
      { status: 'UPCOMING', absences: 2 },
    ]);
  });

  it('markUnconfirmed counts two full files of one day as two', async () => {
    await deliverFull(1, 1);
    expect(await feed.book(OMITTED)).toMatchObject({ status: 'UPCOMING', absences: 1 });
    await deliverFull(1, 2);
    expect(await feed.book(OMITTED)).toMatchObject({ status: 'UNCONFIRMED', absences: 2 });
  });

  it('markUnconfirmed learns nothing from a full file older than one that was merged', async () => {
    await deliverFull(2, 1);
    await deliverFull(1, 2);
    expect(await feed.book(OMITTED)).toMatchObject({ status: 'UPCOMING', absences: 1 });
  });
});

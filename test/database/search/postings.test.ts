import { afterEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../db/database.ts';
import { foldText } from '../../../domain/text/foldText.ts';
import { gramAt } from '../../../domain/text/gramAt.ts';
import { backfillBooks } from '../../../services/ingest/backfill/backfillBooks.ts';
import { recordOnSale } from '../../../services/release/recordOnSale.ts';
import { recordWithdrawn } from '../../../services/release/recordWithdrawn.ts';
import { announced, type FeedRow, repriced, toFeed, withdrawn } from '../../support/feedRows.ts';
import { checkPostings } from '../../support/search/checkPostings.ts';
import { aFeedDatabase } from '../ingest/feedDatabase.ts';

const feed = aFeedDatabase();
const NO_DIFFERENCE = { missing: 0, strange: 0, withoutText: 0 };

/** The search rows match the books, whatever has happened to them. */
afterEach(async () => {
  expect(await checkPostings(feed.open())).toEqual(NO_DIFFERENCE);
});

const full = (...rows: FeedRow[]) => feed.deliver(toFeed(...rows));

/** The number of postings that lead to upcoming books with this text. */
async function postingsOf(written: string): Promise<number> {
  const [row] = await feed.open().query<{ total: number }>(
    `select count(*) as total from book_gram g
     join book_text t on t.number = g.number
     where locate(:word, t.folded) > 0`,
    { word: foldText(written.normalize('NFKC')) },
  );
  return row?.total ?? 0;
}

/**
 * The database, recording for how many ISBNs each transaction's statement deletes or writes
 * postings.
 */
function notePostings(database: Database, counts: number[]): Database {
  return {
    ...database,
    transaction: (work) =>
      database.transaction((transaction) =>
        work({
          ...transaction,
          execute(sql, values, after) {
            if (/^(delete g|insert ignore into book_gram)/.test(sql.trim()))
              counts.push(JSON.parse(String(values?.isbns)).length);
            return transaction.execute(sql, values, after);
          },
        }),
      ),
  };
}

describe('the postings of books', () => {
  it('postings exist as soon as books are merged, written once however often they come', async () => {
    const file = toFeed(
      announced('P-1', 1, { 書名: '灯台守の手紙', ISBN: '9784999999002' }),
      announced('P-2', 1, { 書名: '𠮷野家の二月', 発売予定日: '', 出版社: '青灯社' }),
      announced('P-3', 1, { 書名: 'ああああああ' }),
    );
    await feed.deliver(file);
    expect(await postingsOf('灯台守')).toBeGreaterThan(0);
    const count = async () => (await feed.open().query('select * from book_gram')).length;
    const before = await count();
    await feed.deliver(`${file}\r\n`);
    expect(await count()).toBe(before);
  });

  it('postings follow the book’s texts', async () => {
    await full(announced('P-1', 2, { 書名: '灯台守の便り', ISBN: '9784999999002' }));
    expect(await postingsOf('手紙')).toBe(0);
    expect(await postingsOf('灯台守の便り')).toBeGreaterThan(0);
  });

  it('postings follow the book’s dates, and stay when only a price has changed', async () => {
    const before = await postingsOf('灯台守の便り');
    await full(
      announced('P-1', 3, { 書名: '灯台守の便り', ISBN: '9784999999002', 発売予定日: '2027年5月' }),
      repriced('P-3', 3, '1800'),
    );
    expect(await postingsOf('灯台守の便り')).toBe(before);
  });

  it('postings go with a cancellation and come back with a revival', async () => {
    await full(withdrawn('P-3', 4));
    expect(await postingsOf('ああああああ')).toBe(0);
    await full(announced('P-3', 5, { 書名: 'ああああああ' }));
    expect(await postingsOf('ああああああ')).toBeGreaterThan(0);
  });

  it('postings are not written for a book that one file announces and cancels', async () => {
    await full(announced('P-4', 6, { 書名: '幻の書' }), withdrawn('P-4', 7));
    expect(await postingsOf('幻の書')).toBe(0);
  });

  it('postings go when the shop sells a book, and come back when it no longer does', async () => {
    const sold = [
      { isbn: '9784999999002', onSaleAt: '2027-03-01 00:00:00.000000', productUrl: null },
    ];
    await recordOnSale(feed.open(), sold as Parameters<typeof recordOnSale>[1]);
    expect(await postingsOf('灯台守')).toBe(0);
    await recordWithdrawn(feed.open(), ['9784999999002']);
    expect(await postingsOf('灯台守')).toBeGreaterThan(0);
  });

  it('postings are written for a few hundred books at a time, however many the shop starts to sell', async () => {
    const isbns = Array.from(
      { length: 1_201 },
      (_, at) => `97849998${String(at).padStart(5, '0')}`,
    );
    await full(...isbns.map((_, at) => announced(`M-${at}`, 9, { 書名: `山積みの本${at}` })));
    await feed.open().execute(
      `update book b join json_table(:isbns, '$[*]' columns (place for ordinality, isbn char(13) path '$')) i
         on b.id = concat('shinkan-M-', i.place - 1) set b.isbn = i.isbn`,
      { isbns: JSON.stringify(isbns) },
    );
    const written: number[] = [];
    const noting = notePostings(feed.open(), written);
    await recordOnSale(
      noting,
      isbns.map((isbn) => ({ isbn, onSaleAt: '2027-03-01 00:00:00.000000', productUrl: null })),
    );
    expect(await postingsOf('山積みの本')).toBe(0);
    await recordWithdrawn(noting, isbns);
    expect(await postingsOf('山積みの本')).toBeGreaterThan(1_201);
    expect(written).toEqual([500, 500, 201, 500, 500, 201]);
  });

  it('postings stay for books that full files omit', async () => {
    const name = (day: number) => `shinkan_202701${day}_full_001.csv`;
    const rest = toFeed(announced('P-1', 8, { 書名: '灯台守の便り', ISBN: '9784999999002' }));
    for (const day of [11, 12, 13])
      await feed.deliver(`${rest}${'\r\n'.repeat(day)}`, { name: name(day) });
    const unconfirmed = await feed.open().query("select id from book where status = 'UNCONFIRMED'");
    expect(unconfirmed.length).toBeGreaterThan(0);
    expect(await postingsOf('ああああああ')).toBeGreaterThan(0);
  });

  it('postings are backfilled for existing books, a few at a time and each once', async () => {
    await feed.open().execute('delete from book_gram');
    await feed.open().execute('delete from book_text');
    await feed.open().execute('update book_backfill set version = 0');
    expect(await backfillBooks(feed.open(), 0)).toBeGreaterThan(0);
    while ((await backfillBooks(feed.open())) > 0);
    expect(await backfillBooks(feed.open())).toBe(0);
  });

  it('postings are rewritten for text that was folded differently', async () => {
    await feed.open().execute("update book_text set folding = 0, folded = concat('旧', folded)");
    await feed.open().execute(
      `insert into book_gram (gram, release_rank, number)
       select ${gramAt('t.folded', '1')}, t.release_rank, t.number from book_text t
       where t.release_rank is not null`,
    );
    expect(await checkPostings(feed.open())).toEqual(NO_DIFFERENCE);
    expect(await postingsOf('旧')).toBeGreaterThan(0);
    await feed.open().execute('update book_backfill set version = 0');
    while ((await backfillBooks(feed.open())) > 0);
    expect(await postingsOf('旧')).toBe(0);
  });
});

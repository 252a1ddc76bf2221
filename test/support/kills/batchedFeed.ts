import { announced, type FeedRow, repriced, toFeed, withdrawn } from '../feedRows.ts';

const KNOWN = 60;
/** Its JSON is 30 KB, so that 33 new books fill a batch of the container. */
const LONG = '潮'.repeat(10_000);

const known = Array.from({ length: KNOWN }, (_, n) => announced(`K-${n}`, 1));

/** A full file of upcoming books. */
export const earlierFeed = toFeed(...known);

/**
 * The next full file, in several batches: new books, a price, and some known books moved,
 * withdrawn, absent or damaged; too few of each for a guard to hold it. `added` is the number of
 * new books.
 */
export function batchedFeed(added = 70): string {
  return toFeed(
    ...Array.from({ length: added }, (_, n) => announced(`N-${n}`, 2, { 内容紹介: LONG })),
    ...known.slice(0, 48),
    ...known.slice(48, 52).map((row): FeedRow => ({ ...moved(row), 内容紹介: LONG })),
    withdrawn('K-52', 2),
    withdrawn('K-53', 2),
    repriced('K-54', 2, '1800'),
    { ...known[55], 本体価格: 'abc' },
  );
}

/** A full file that withdraws more books than the guard lets pass. */
export const withdrawingFeed = toFeed(
  ...known.slice(0, 50),
  ...Array.from({ length: 10 }, (_, n) => withdrawn(`K-${50 + n}`, 2)),
  announced('N-0', 2),
);

function moved(row: FeedRow): FeedRow {
  return { ...row, 発売予定日: '2027年8月', 更新日時: '2027-01-06T00:00:00Z' };
}

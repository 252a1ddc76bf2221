import type { RowResult } from '../../services/ingest/row/parseRow.ts';

/** A guarantee that ingest has broken. */
export class BrokenPromise extends Error {
  override name = 'BrokenPromise';
}

/** Throws `BrokenPromise` with these words unless the condition holds. */
export function expectThat(isSo: boolean, words: string): asserts isSo {
  if (!isSo) throw new BrokenPromise(words);
}

type Row = Extract<RowResult, { row: unknown }>['row'];

/** The lengths of the database columns, in characters. */
const MOST: { [field in keyof Row['book']]?: number } = {
  title: 500,
  subtitle: 500,
  titleReading: 500,
  volume: 200,
  edition: 200,
  publisher: 200,
  seller: 200,
  label: 200,
  form: 200,
  pages: 200,
  description: 10_000,
  coverUrl: 2000,
};
const MOST_YEN = 99_999_999;

/**
 * Checks that a row's result can be written: one value that the database rejects would stop the
 * file.
 */
export function checkRow(result: RowResult): void {
  expectWhole(result);
  if ('rejection' in result) {
    const { reason, code } = result.rejection;
    expectThat(reason.length <= 1000 && /[ぁ-ん].* \/ .*[a-z]/s.test(reason), `words for ${code}`);
    return;
  }
  const { row } = result;
  for (const id of [row.bookId, row.volumeId]) {
    expectThat(/^[A-Za-z0-9._~-]{1,120}$/.test(id), `${id} is an id`);
  }
  expectThat(row.recordKey.length <= 191, 'a record key has at most 191 characters');
  for (const [field, most] of Object.entries(MOST)) {
    // The keys of `MOST` are fields that hold text.
    const value = row.book[field as keyof typeof MOST] as string | null;
    expectThat(value === null || value.length <= most, `${field} fits its column`);
  }
  for (const yen of [row.book.price, row.book.priceWithTax, row.book.setPrice]) {
    expectThat(yen === null || (Number.isInteger(yen) && yen >= 0 && yen <= MOST_YEN), 'yen');
  }
  expectThat(row.book.isbn === null || /^97[89]\d{10}$/.test(row.book.isbn), 'an ISBN');
  expectThat(
    row.updatedAt === null || /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}$/.test(row.updatedAt),
    `${row.updatedAt} is a time`,
  );
  checkRelease(row.book.release);
}

function checkRelease(release: Row['book']['release']): void {
  if (release === null) return;
  const { earliest, latest } = release;
  for (const day of [earliest, latest]) {
    expectThat(day === null || /^(18|19|20|21)\d\d-\d\d-\d\d$/.test(day), `${day} is a day`);
  }
  expectThat(earliest === null || latest === null || earliest <= latest, 'a release has an order');
}

/** A lone surrogate, which JavaScript allows in a string, is invalid in the database. */
function expectWhole(result: RowResult): void {
  JSON.stringify(result, (field, value) => {
    if (typeof value === 'string') expectThat(value.isWellFormed(), `${field} is whole characters`);
    return value;
  });
}

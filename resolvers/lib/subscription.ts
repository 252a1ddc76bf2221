import type { BookSubscription } from '../generated/schema.ts';
import { toBook } from './book.ts';
import { toReasons } from './reasons.ts';
import type { Row } from './rows.ts';
import { instant } from './values.ts';

/** The columns of `subscription s` that `toBookSubscription` reads. */
export const SUBSCRIPTION_COLUMNS = 's.book_id, s.created_at';

/** The subscription of a row that also holds the columns of its book, and those of its reasons. */
export function toBookSubscription(row: Row): BookSubscription {
  return {
    bookId: `${row.book_id}`,
    since: `${instant(row.created_at)}`,
    book: toBook(row),
    reasons: toReasons(row, `${row.book_id}`),
  };
}

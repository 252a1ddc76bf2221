import type { BookSubscription } from '../../generated/schema.ts';
import { toBook } from '../books/book.ts';
import type { Row } from '../sql/rows.ts';
import { instant } from '../sql/values.ts';
import { toReasons } from './reasons.ts';

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

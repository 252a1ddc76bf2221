import type { BookEvent, BookEventKind, ReleaseChange } from '../../generated/schema.ts';
import type { Row } from '../sql/rows.ts';
import { instant, json, text } from '../sql/values.ts';
import { toBook } from './book.ts';

/** The columns of `book_event e` that `toBookEvent` reads. */
export const EVENT_COLUMNS = 'e.seq, e.kind, e.book_id, e.release_change, e.occurred_at';

/** The event of a row that also holds the columns of its book. */
export function toBookEvent(row: Row): BookEvent {
  return {
    seq: `${row.seq}`,
    kind: text(row.kind) as BookEventKind,
    bookId: `${row.book_id}`,
    occurredAt: `${instant(row.occurred_at)}`,
    change: json<ReleaseChange>(row.release_change) ?? null,
    book: toBook(row),
  };
}

import type { Context } from '@aws-appsync/utils';
import type { BookEventPage, QueryBookEventsArgs } from './generated/schema.ts';
import { bookColumns, bookValues } from './lib/books/book.ts';
import { EVENT_COLUMNS, toBookEvent } from './lib/books/bookEvent.ts';
import { readSeq } from './lib/paging/cursor.ts';
import { pageSize } from './lib/paging/page.ts';
import { bookId } from './lib/request/ids.ts';
import { query, type Value } from './lib/sql/query.ts';
import { one, rows } from './lib/sql/rows.ts';

const BOOK = 'events/book/';

/**
 * The end of the log or the position to start after, whichever is later. A string, because a
 * position may have more digits than a number holds here. Read before the events, so that they
 * include everything up to it.
 */
const END = `select cast(greatest(coalesce(max(e.seq), 0), cast(:after as signed)) as char) as seq
from book_event e`;

export function request(ctx: Context<QueryBookEventsArgs>) {
  const { after, first, kinds, bookId: id } = ctx.args;
  const values: { [name: string]: Value } = {
    ...bookValues(ctx, BOOK),
    after: readSeq(after),
    limit: pageSize(first, 50) + 1,
  };
  const where = ['e.seq > cast(:after as signed)'];
  if (kinds) {
    kinds.forEach((kind, index) => {
      values[`kind${index}`] = kind;
    });
    const names = kinds.map((_, index) => `:kind${index}`);
    where.push(names.length === 0 ? '1 = 0' : `e.kind in (${names.join(', ')})`);
  }
  if (id !== null && id !== undefined) {
    values.book = bookId(id);
    where.push('e.book_id = :book');
  }
  const statement = `select ${EVENT_COLUMNS}, ${bookColumns(ctx, BOOK)}
from book_event e join book b on b.id = e.book_id
where ${where.join(' and ')} order by e.seq limit :limit`;
  return query([END, statement], values);
}

export function response(ctx: Context<QueryBookEventsArgs>): BookEventPage {
  const first = pageSize(ctx.args.first, 50);
  const end = `${one(ctx)?.seq}`;
  const found = rows(ctx, 1);
  const events = found.slice(0, first).map((row) => toBookEvent(row));
  const hasNextPage = found.length > first;
  const last = events[events.length - 1]?.seq;
  // An event may have arrived after the end was read.
  const isBehindEnd = last !== undefined && Number(last) > Number(end);
  const endCursor = last !== undefined && (hasNextPage || isBehindEnd) ? last : end;
  return { events, endCursor, hasNextPage };
}

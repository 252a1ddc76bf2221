import type { Context } from '@aws-appsync/utils';
import type { BookEventPage, QueryBookEventsArgs } from './generated/schema.ts';
import { bookColumns, bookValues } from './lib/book.ts';
import { EVENT_COLUMNS, toBookEvent } from './lib/bookEvent.ts';
import { readSeq } from './lib/cursor.ts';
import { pageSize } from './lib/page.ts';
import { query, type Value } from './lib/query.ts';
import { rows } from './lib/rows.ts';

const BOOK = 'events/book/';

export function request(ctx: Context<QueryBookEventsArgs>) {
  const values: { [name: string]: Value } = {
    ...bookValues(ctx, BOOK),
    after: readSeq(ctx.args.after),
    limit: pageSize(ctx.args.first, 50) + 1,
  };
  const where = ['e.seq > cast(:after as signed)'];
  const kinds = ctx.args.kinds;
  if (kinds) {
    kinds.forEach((kind, index) => {
      values[`kind${index}`] = kind;
    });
    const names = kinds.map((_, index) => `:kind${index}`);
    where.push(names.length === 0 ? '1 = 0' : `e.kind in (${names.join(', ')})`);
  }
  const statement = `select ${EVENT_COLUMNS}, ${bookColumns(ctx, BOOK)}
from book_event e join book b on b.id = e.book_id
where ${where.join(' and ')} order by e.seq limit :limit`;
  return query([statement], values);
}

export function response(ctx: Context<QueryBookEventsArgs>): BookEventPage {
  const first = pageSize(ctx.args.first, 50);
  const found = rows(ctx);
  const events = found.slice(0, first).map((row) => toBookEvent(row));
  return {
    events,
    endCursor: events[events.length - 1]?.seq ?? readSeq(ctx.args.after),
    hasNextPage: found.length > first,
  };
}

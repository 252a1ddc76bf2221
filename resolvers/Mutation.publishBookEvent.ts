import type { Context } from '@aws-appsync/utils';
import type { BookEvent, MutationPublishBookEventArgs } from './generated/schema.ts';
import { bookColumns } from './lib/books/book.ts';
import { EVENT_COLUMNS, toBookEvent } from './lib/books/bookEvent.ts';
import { isSeq } from './lib/paging/cursor.ts';
import { fail } from './lib/request/fail.ts';
import { query } from './lib/sql/query.ts';
import { one } from './lib/sql/rows.ts';

export function request(ctx: Context<MutationPublishBookEventArgs>) {
  // An AWS identity is not a member, so what is pushed contains nothing about one.
  const statement = `select ${EVENT_COLUMNS}, ${bookColumns(ctx, 'book/')}
from book_event e join book b on b.id = e.book_id where e.seq = cast(:seq as signed)`;
  return query([statement], { seq: isSeq(ctx.args.seq) ? ctx.args.seq : '0' });
}

export function response(ctx: Context<MutationPublishBookEventArgs>): BookEvent {
  const row = one(ctx);
  if (row === null) fail('EventNotFound', `seq: no event has the seq "${ctx.args.seq}"`);
  return toBookEvent(row);
}

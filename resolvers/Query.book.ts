import type { Context } from '@aws-appsync/utils';
import type { Book, QueryBookArgs } from './generated/schema.ts';
import { bookColumns, bookValues, toBook } from './lib/book.ts';
import { bookId } from './lib/bookId.ts';
import { query } from './lib/query.ts';
import { one } from './lib/rows.ts';

export function request(ctx: Context<QueryBookArgs>) {
  return query([`select ${bookColumns(ctx, '')} from book b where b.id = :id`], {
    ...bookValues(ctx, ''),
    id: bookId(ctx.args.id),
  });
}

export function response(ctx: Context): Book | null {
  const row = one(ctx);
  return row === null ? null : toBook(row);
}

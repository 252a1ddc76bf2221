import type { Context } from '@aws-appsync/utils';
import type { Book, QueryBookArgs } from './generated/schema.ts';
import { bookColumns, bookValues, toBook } from './lib/books/book.ts';
import { bookId } from './lib/request/ids.ts';
import { query } from './lib/sql/query.ts';
import { one } from './lib/sql/rows.ts';

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

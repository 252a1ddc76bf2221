import type { Context } from '@aws-appsync/utils';
import type { Book, QueryBooksByIsbnArgs } from './generated/schema.ts';
import { bookColumns, bookValues, toBook } from './lib/books/book.ts';
import { toIsbn13 } from './lib/search/isbn.ts';
import { query } from './lib/sql/query.ts';
import { rows } from './lib/sql/rows.ts';

export function request(ctx: Context<QueryBooksByIsbnArgs>) {
  return query([`select ${bookColumns(ctx, '')} from book b where b.isbn = :isbn order by b.id`], {
    ...bookValues(ctx, ''),
    isbn: toIsbn13(ctx.args.isbn),
  });
}

export function response(ctx: Context): Book[] {
  return rows(ctx).map((row) => toBook(row));
}

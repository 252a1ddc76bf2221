import type { Context } from '@aws-appsync/utils';
import type { QuerySuggestArgs, Suggestions } from './generated/schema.ts';
import { bookColumns, bookValues, toBook } from './lib/book.ts';
import { entryObject, foundEntry } from './lib/catalogueEntry.ts';
import { query } from './lib/query.ts';
import { rows } from './lib/rows.ts';

export function request(ctx: Context<QuerySuggestArgs>) {
  return query(
    [
      `select ${bookColumns(ctx, 'books/')} from book b where b.title like :wild order by b.release_order limit 4`,
      `select 0 as k, ${entryObject('CONTRIBUTOR', 'e')} as entry from contributor e where e.name like :wild and e.joined_to = e.id union all select 1, ${entryObject('SERIES', 'e')} as entry from series e where e.name like :wild and e.joined_to = e.id`,
    ],
    { wild: `%${ctx.args.text}%`, ...bookValues(ctx, 'books/') },
  );
}

export function response(ctx: Context<QuerySuggestArgs>): Suggestions {
  return {
    books: rows(ctx, 0).map((row) => toBook(row)),
    contributors: rows(ctx, 1).filter((row) => `${row.k}` === '0').slice(0, 4).map((row) => ({ contributor: foundEntry(row) as never, upcomingCount: 1 })),
    series: rows(ctx, 1).filter((row) => `${row.k}` === '1').slice(0, 4).map((row) => ({ series: foundEntry(row) as never, upcomingCount: 1 })),
  };
}

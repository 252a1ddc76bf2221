import type { Context } from '@aws-appsync/utils';
import { APART } from '../../../domain/text/folding.ts';
import type { QuerySuggestArgs } from '../../generated/schema.ts';
import { bookColumns, bookValues, toBook } from '../../lib/books/book.ts';
import { type RawEntry, toEntry } from '../../lib/catalogue/catalogueEntry.ts';
import { booksOfIsbn } from '../../lib/search/foundBooks.ts';
import { beginningWith, type Search, toSearchConditions } from '../../lib/search/search.ts';
import type { SearchPlan } from '../../lib/search/searchPlan.ts';
import { soonestBooks, suggestBooks, suggestNames } from '../../lib/search/suggest.ts';
import { query } from '../../lib/sql/query.ts';
import { type Row, rows } from '../../lib/sql/rows.ts';
import { json, number } from '../../lib/sql/values.ts';

export function request(ctx: Context<QuerySuggestArgs>) {
  // What the first step parsed.
  const { search, whole } = ctx.stash.typed as { search: Search; whole: string };
  const limit = ctx.args.first ?? 5;
  const begin = beginningWith(whole);
  const source =
    search.isbns.length > 0 ? booksOfIsbn(true) : soonestBooks(ctx.stash.plan as SearchPlan);
  if (source === null) return query([suggestNames()], { begin, limit });
  const { texts, values } = toSearchConditions(search);
  const columns = bookColumns(ctx, 'books/');
  return query([suggestNames(), suggestBooks(source, texts, columns)], {
    ...values,
    ...source.values,
    ...bookValues(ctx, 'books/'),
    begin,
    inside: `%${APART}${begin}`,
    limit,
  });
}

export function response(ctx: Context<QuerySuggestArgs>) {
  const names = rows(ctx);
  const ofKind = (kind: string) =>
    names.filter((row) => row.kind === kind).map((row) => counted(row));
  return {
    books: rows(ctx, 1).map((row) => toBook(row)),
    contributors: ofKind('CONTRIBUTOR').map(({ entry, upcomingCount }) => ({
      contributor: entry,
      upcomingCount,
    })),
    series: ofKind('SERIES').map(({ entry, upcomingCount }) => ({ series: entry, upcomingCount })),
  };
}

function counted(row: Row) {
  // The statement writes each entry in this shape.
  const entry = toEntry(json<RawEntry>(row.entry) as RawEntry);
  return { entry, upcomingCount: number(row.upcoming_count) ?? 0 };
}

import type { Context } from '@aws-appsync/utils';
import { IS_UPCOMING } from '../db/sql/upcoming.ts';
import type {
  QueryUpcomingBookFacetsArgs,
  UpcomingBookFacet,
  UpcomingBookFacets,
} from './generated/schema.ts';
import { toConditions } from './lib/books/upcomingFilter.ts';
import { fail } from './lib/request/fail.ts';
import { query } from './lib/sql/query.ts';
import { type Row, rows } from './lib/sql/rows.ts';
import { number } from './lib/sql/values.ts';

/** More than the publishers of all upcoming books at any time: 366 by openBD's count of 2017. */
const MOST = 500;

const COLUMNS = ['publisher', 'label', 'form'];

/** Each kind reads a range of an index that covers the query, and no rows. */
export function request(ctx: Context<QueryUpcomingBookFacetsArgs>) {
  const limit = ctx.args.first ?? 100;
  if (limit < 1 || limit > MOST) {
    fail('InvalidArgument', `first: ${limit} is not between 1 and ${MOST}`);
  }
  const { texts, values } = toConditions({ from: ctx.args.from ?? null });
  const where = [IS_UPCOMING, ...texts].join(' and ');
  // Compared by bytes: the filter is exact, but the column's own collation folds case and kana.
  const kinds = COLUMNS.map(
    (
      column,
    ) => `(select '${column}' as kind, b.${column} collate utf8mb4_bin as value, count(*) as books
from book b where ${where} and b.${column} is not null
group by value order by books desc, value limit :limit)`,
  );
  const statement = `select kind, value, books from (${kinds.join(' union all ')}) facet
order by books desc, value`;
  return query([statement], { ...values, limit });
}

export function response(ctx: Context): UpcomingBookFacets {
  const found = rows(ctx);
  return {
    publishers: ofKind(found, 'publisher'),
    labels: ofKind(found, 'label'),
    forms: ofKind(found, 'form'),
  };
}

function ofKind(found: Row[], kind: string): UpcomingBookFacet[] {
  return found
    .filter((row) => row.kind === kind)
    .map((row) => ({ value: `${row.value}`, count: number(row.books) ?? 0 }));
}

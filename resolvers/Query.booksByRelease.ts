import type { Context } from '@aws-appsync/utils';
import { UPCOMING } from '../db/sql/upcoming.ts';
import { releaseOrder } from '../domain/release/releaseOrder.ts';
import type { BookConnection, QueryBooksByReleaseArgs } from './generated/schema.ts';
import { bookColumns, bookValues, toBook } from './lib/books/book.ts';
import { IS_SOLD_SINCE, toDay } from './lib/books/days.ts';
import { page, toConnection } from './lib/paging/page.ts';
import { fail } from './lib/request/fail.ts';
import { query, type Value } from './lib/sql/query.ts';
import { rows } from './lib/sql/rows.ts';

/** A cursor starts with the list's release: two days of eight digits. */
const ORDER_DIGITS = 16;

export function request(ctx: Context<QueryBooksByReleaseArgs>) {
  const { first, after } = page(ctx.args, ORDER_DIGITS);
  const precision = ctx.args.precision ?? 'DAY';
  const values: { [name: string]: Value } = { precision, order: orderOf(ctx), limit: first + 1 };
  const later = after === null ? '' : ' and b.id > :id';
  if (after !== null) values.id = after.id;

  const conditions = UPCOMING.map(
    (status) =>
      `b.status = ${status} and b.release_precision = :precision and b.release_order = :order`,
  );
  if (precision === 'DAY' && ctx.args.earliest) {
    conditions.push(IS_SOLD_SINCE);
    values.firstDay = toDay(ctx.args.earliest);
    values.lastDay = values.firstDay;
  }
  const ranges = conditions.map(
    (condition) =>
      `(select b.id from book b where ${condition}${later} order by b.id limit :limit)`,
  );
  const statement = `select ${bookColumns(ctx, 'edges/node/')}
from (${ranges.join(' union all ')} order by id limit :limit) place
join book b on b.id = place.id order by place.id`;
  return query([statement], { ...values, ...bookValues(ctx, 'edges/node/') });
}

/** The requested release in the form of `release_order`. */
function orderOf(ctx: Context<QueryBooksByReleaseArgs>): string {
  const { earliest = null, latest = null, precision } = ctx.args;
  const first = earliest === null ? null : toDay(earliest);
  const last = latest === null ? null : toDay(latest);
  if ((precision ?? 'DAY') !== 'DAY') return releaseOrder({ earliest: first, latest: last });
  if (first === null || (last !== null && last !== first)) {
    fail('InvalidArgument', 'a release known to the DAY has an earliest day, and no other latest');
  }
  return releaseOrder({ earliest: first, latest: first });
}

export function response(ctx: Context<QueryBooksByReleaseArgs>): BookConnection {
  const order = orderOf(ctx);
  const found = rows(ctx).map((row) => ({
    place: { order, id: `${row.id}` },
    node: toBook(row),
  }));
  return toConnection(found, page(ctx.args, ORDER_DIGITS).first);
}

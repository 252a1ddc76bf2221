import type { Context } from '@aws-appsync/utils';
import { IS_UPCOMING } from '../db/sql/upcoming.ts';
import type { BookConnection, Series, SeriesUpcomingBooksArgs } from './generated/schema.ts';
import { bookColumns, bookValues, toBook } from './lib/book.ts';
import { page, toConnection } from './lib/page.ts';
import { query, type Value } from './lib/query.ts';
import { rows } from './lib/rows.ts';

/** The volume in nine digits, hundredths included and nines where it has none; then the release. */
const PLACE = `concat(
  lpad(coalesce(cast(l.volume_number * 100 as unsigned), 999999999), 9, '0'), b.release_order)`;
const DIGITS = 25;
const NODE = 'edges/node/';

export function request(ctx: Context<SeriesUpcomingBooksArgs, object, object, Series>) {
  const { first, after } = page(ctx.args, DIGITS);
  const values: { [name: string]: Value } = { whose: ctx.source?.id ?? '', limit: first + 1 };
  let behind = '';
  if (after !== null) {
    behind = ` and (${PLACE} > :place or (${PLACE} = :place and b.id > :id))`;
    values.place = after.order;
    values.id = after.id;
  }
  const statement = `select place.place_order, ${bookColumns(ctx, NODE)}
from (
  select b.id, ${PLACE} as place_order
  from book_series l straight_join book b on b.id = l.book_id
  where l.series_id = :whose and ${IS_UPCOMING}${behind}
  order by place_order, b.id limit :limit
) place
join book b on b.id = place.id
order by place.place_order, place.id`;
  return query([statement], { ...values, ...bookValues(ctx, NODE) });
}

export function response(ctx: Context<SeriesUpcomingBooksArgs>): BookConnection {
  const found = rows(ctx).map((row) => ({
    place: { order: `${row.place_order}`, id: `${row.id}` },
    node: toBook(row),
  }));
  return toConnection(found, page(ctx.args, DIGITS).first);
}

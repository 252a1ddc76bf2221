import type { Context } from '@aws-appsync/utils';
import { IS_UPCOMING } from '../db/sql/upcoming.ts';
import type {
  BookConnection,
  Contributor,
  ContributorUpcomingBooksArgs,
} from './generated/schema.ts';
import { bookColumns, bookValues, toBook } from './lib/book.ts';
import { page, toConnection } from './lib/page.ts';
import { query, type Value } from './lib/query.ts';
import { rows } from './lib/rows.ts';
import { readOrder } from './lib/upcomingOrder.ts';

const BOOKS = '(select distinct l.book_id from book_contributor l where l.contributor_id = :whose)';
const RELEASE = readOrder('RELEASE', false);
const NODE = 'edges/node/';

export function request(ctx: Context<ContributorUpcomingBooksArgs, object, object, Contributor>) {
  const { first, after } = page(ctx.args, RELEASE.digits);
  const values: { [name: string]: Value } = { whose: ctx.source?.id ?? '', limit: first + 1 };
  let behind = '';
  if (after !== null) {
    behind = ` and ${RELEASE.behind}`;
    values.order = after.order;
    values.id = after.id;
  }
  // Those of one contributor are few beside all that is upcoming: begin with them.
  const statement = `select ${RELEASE.written} as place_order, ${bookColumns(ctx, NODE)}
from (
  select b.id, b.release_order from ${BOOKS} whose straight_join book b on b.id = whose.book_id
  where ${IS_UPCOMING}${behind} order by b.release_order, b.id limit :limit
) place
join book b on b.id = place.id
order by place.release_order, place.id`;
  return query([statement], { ...values, ...bookValues(ctx, NODE) });
}

export function response(ctx: Context<ContributorUpcomingBooksArgs>): BookConnection {
  const found = rows(ctx).map((row) => ({
    place: { order: `${row.place_order}`, id: `${row.id}` },
    node: toBook(row),
  }));
  return toConnection(found, page(ctx.args, RELEASE.digits).first);
}

import { type Context, runtime } from '@aws-appsync/utils';
import type { BookConnection, QueryUpcomingBooksArgs } from '../generated/schema.ts';
import { bookColumns, bookValues, toBook } from '../lib/book.ts';
import {
  ALL_BOOKS,
  booksOfIsbn,
  foundBooks,
  type Source,
  subscribedBooks,
} from '../lib/foundBooks.ts';
import { memberId } from '../lib/identity.ts';
import { page, toConnection } from '../lib/page.ts';
import { query } from '../lib/query.ts';
import { rows } from '../lib/rows.ts';
import { type Search, toSearchConditions } from '../lib/search.ts';
import type { SearchPlan } from '../lib/searchPlan.ts';
import { toConditions } from '../lib/upcomingFilter.ts';
import { type ListOrder, readOrder } from '../lib/upcomingOrder.ts';
import { placeOrder, toPlaces } from '../lib/upcomingPlaces.ts';

export function request(ctx: Context<QueryUpcomingBooksArgs>) {
  const order = orderOf(ctx);
  const { first, after } = page(ctx.args, order.digits);
  const source = sourceOf(ctx);
  if (source === null) return runtime.earlyReturn(NOTHING);

  const { texts, values } = toConditions(ctx.args.filter ?? {});
  const search = searchOf(ctx);
  const sought = search ? toSearchConditions(search) : null;
  const wheres = [...source.texts, ...(sought?.texts ?? []), ...texts];
  if (after !== null) {
    wheres.push(order.behind);
    values.order = after.order;
    // A number breaks the ties of what was found by its words.
    if (order.behind.indexOf(':id') >= 0) values.id = after.id;
  }
  const statement = `select ${order.written} as place_order, ${bookColumns(ctx, 'edges/node/')}
from (${toPlaces(source, wheres, order)}) place
join book b on b.id = place.id
order by ${placeOrder(order, 'place.')}`;
  return query([statement], {
    ...values,
    ...sought?.values,
    ...source.values,
    ...bookValues(ctx, 'edges/node/'),
    limit: first + 1,
  });
}

const NOTHING: BookConnection = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** What is looked for, which the first step has read; null where nothing is. */
function searchOf(ctx: Context): Search | null {
  return ctx.stash.search as Search | null;
}

/** Whether it is looked for in the texts of books; an ISBN alone is not. */
function hasWords(search: Search | null): boolean {
  return search ? search.words.length > 0 : false;
}

function orderOf(ctx: Context<QueryUpcomingBooksArgs>): ListOrder {
  return readOrder(ctx.args.orderBy, hasWords(searchOf(ctx)));
}

function sourceOf(ctx: Context<QueryUpcomingBooksArgs>): Source | null {
  const search = searchOf(ctx);
  if (search && search.words.length + search.isbns.length === 0) return null;
  if (ctx.args.filter?.subscribed) {
    const me = memberId(ctx);
    return me === null ? null : subscribedBooks(me, hasWords(search));
  }
  if (!search) return ALL_BOOKS;
  if (search.isbns.length > 0) return booksOfIsbn(hasWords(search));
  // What the first step leaves where there are words and neither of the above.
  return foundBooks(ctx.stash.plan as SearchPlan, ctx.args.orderBy !== 'ANNOUNCED');
}

export function response(ctx: Context<QueryUpcomingBooksArgs>): BookConnection {
  const found = rows(ctx).map((row) => ({
    place: { order: `${row.place_order}`, id: `${row.id}` },
    node: toBook(row),
  }));
  return toConnection(found, page(ctx.args, orderOf(ctx).digits).first);
}

import { type Context, runtime } from '@aws-appsync/utils';
import type { BookConnection, QueryUpcomingBooksArgs } from '../../generated/schema.ts';
import { listBooks, toBookConnection } from '../../lib/books/listBooks.ts';
import type { Source } from '../../lib/books/source.ts';
import { toConditions } from '../../lib/books/upcomingFilter.ts';
import { type ListOrder, readOrder } from '../../lib/books/upcomingOrder.ts';
import { page } from '../../lib/paging/page.ts';
import { memberId } from '../../lib/request/identity.ts';
import {
  ALL_BOOKS,
  booksOfIsbn,
  foundBooks,
  subscribedBooks,
} from '../../lib/search/foundBooks.ts';
import { type Search, toSearchConditions } from '../../lib/search/search.ts';
import type { SearchPlan } from '../../lib/search/searchPlan.ts';

export function request(ctx: Context<QueryUpcomingBooksArgs>) {
  const order = orderOf(ctx);
  // Rejects an invalid page even if there is nothing to list.
  page(ctx.args, order.digits);
  const source = sourceOf(ctx);
  if (source === null) return runtime.earlyReturn(NOTHING);
  const filter = toConditions(ctx.args.filter ?? {});
  const search = searchOf(ctx);
  const sought = search ? toSearchConditions(search) : null;
  const narrowed = {
    ...source,
    texts: [...source.texts, ...(sought?.texts ?? []), ...filter.texts],
    values: { ...filter.values, ...sought?.values, ...source.values },
  };
  return listBooks(ctx, narrowed, order);
}

const NOTHING: BookConnection = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };

/** The search that the first step parsed; null if there is none. */
function searchOf(ctx: Context): Search | null {
  return ctx.stash.search as Search | null;
}

/** Whether the search reads the texts of books; an ISBN alone does not. */
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
  // What the first step leaves if there are words and neither of the above.
  return foundBooks(ctx.stash.plan as SearchPlan, ctx.args.orderBy !== 'ANNOUNCED');
}

export function response(ctx: Context<QueryUpcomingBooksArgs>): BookConnection {
  return toBookConnection(ctx, orderOf(ctx));
}

import type { Context, RDSRequest } from '@aws-appsync/utils';
import { IS_UPCOMING, UPCOMING } from '../../../db/sql/upcoming.ts';
import type { BookConnection } from '../../generated/schema.ts';
import { type PageArgs, page, toConnection } from '../paging/page.ts';
import { query, type Value } from '../sql/query.ts';
import { rows } from '../sql/rows.ts';
import { bookColumns, bookValues, toBook } from './book.ts';
import type { Source } from './source.ts';
import type { ListOrder } from './upcomingOrder.ts';

const NODE = 'edges/node/';

/** Requests a page of a source's announced books. */
export function listBooks(
  ctx: Context<PageArgs>,
  { from, texts, values, isWholeList }: Source,
  order: ListOrder,
): RDSRequest {
  const { first, after } = page(ctx.args, order.digits);
  const bound: { [name: string]: Value } = {
    ...values,
    ...bookValues(ctx, NODE),
    limit: first + 1,
  };
  const wheres = [...texts];
  if (after !== null) {
    wheres.push(order.behind);
    bound.order = after.order;
    // In the order of postings, a number breaks ties.
    if (order.behind.indexOf(':id') >= 0) bound.id = after.id;
  }
  const statement = `select ${order.written} as place_order, ${bookColumns(ctx, NODE)}
from (${toPlaces({ from, texts: wheres, isWholeList }, order)}) place
join book b on b.id = place.id
order by ${placeOrder(order, 'place.')}`;
  return query([statement], bound);
}

/** The page that `listBooks` requested. */
export function toBookConnection(ctx: Context<PageArgs>, { digits }: ListOrder): BookConnection {
  const found = rows(ctx).map((row) => ({
    place: { order: `${row.place_order}`, id: `${row.id}` },
    node: toBook(row),
  }));
  return toConnection(found, page(ctx.args, digits).first);
}

/** SQL for the places of a page's books, at most `:limit`: their sort columns and ids. */
function toPlaces(source: Omit<Source, 'values'>, order: ListOrder): string {
  const columns = [...order.columns.filter((column) => column !== 'b.id'), 'b.id'];
  const read = (isUpcoming: string) =>
    `select ${columns.join(', ')} from ${source.from}
  where ${[isUpcoming, ...source.texts].join(' and ')}
  order by ${order.columns.map((column) => `${column} ${order.direction}`).join(', ')} limit :limit`;
  if (!source.isWholeList) return read(IS_UPCOMING);
  // One index range for each status, both in order and both limited, then merged. A single `status
  // in (…)` would read and sort every upcoming book.
  const ranges = UPCOMING.map((status) => `(${read(`b.status = ${status}`)})`);
  return `${ranges.join(' union all ')} order by ${placeOrder(order, '')} limit :limit`;
}

/** SQL for the order of the places, whose columns are prefixed with `alias`. */
function placeOrder(order: ListOrder, alias: string): string {
  return order.columns.map((column) => `${alias}${column.slice(2)} ${order.direction}`).join(', ');
}

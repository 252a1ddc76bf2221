import { IS_UPCOMING, UPCOMING } from '../../db/sql/upcoming.ts';
import type { Source } from './foundBooks.ts';
import type { ListOrder } from './upcomingOrder.ts';

/** SQL for the places of a page's books, at most `:limit`: what they are ordered by and their ids. */
export function toPlaces(source: Source, wheres: string[], order: ListOrder): string {
  const columns = [...order.columns.filter((column) => column !== 'b.id'), 'b.id'];
  const read = (isUpcoming: string) =>
    `select ${columns.join(', ')} from ${source.from}
  where ${[isUpcoming, ...wheres].join(' and ')}
  order by ${order.columns.map((column) => `${column} ${order.direction}`).join(', ')} limit :limit`;
  if (!source.isWholeList) return read(IS_UPCOMING);
  // One range of the index for each status, both in order and both cut short, then merged. A single
  // `status in (…)` would read and sort every upcoming book.
  const ranges = UPCOMING.map((status) => `(${read(`b.status = ${status}`)})`);
  return `${ranges.join(' union all ')} order by ${placeOrder(order, '')} limit :limit`;
}

/** SQL for the order of the places, whose columns stand behind `alias`. */
export function placeOrder(order: ListOrder, alias: string): string {
  return order.columns.map((column) => `${alias}${column.slice(2)} ${order.direction}`).join(', ');
}

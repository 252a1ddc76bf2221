import type { Context } from '@aws-appsync/utils';
import type { BookSubscriptionConnection, ViewerSubscriptionsArgs } from './generated/schema.ts';
import { bookColumns } from './lib/books/book.ts';
import { page, toConnection } from './lib/paging/page.ts';
import { memberId } from './lib/request/identity.ts';
import { readSelection } from './lib/request/selection.ts';
import { query, type Value } from './lib/sql/query.ts';
import { rows } from './lib/sql/rows.ts';
import { number } from './lib/sql/values.ts';
import { reasonColumns } from './lib/subscriptions/reasons.ts';
import { toBookSubscription } from './lib/subscriptions/subscription.ts';
import { ORDERS } from './lib/subscriptions/subscriptionOrder.ts';

const COUNT = 'select count(*) as total from subscription s where s.member_id = :me';

/** Reads every book, so runs only if selected. */
const COUNT_STANDINGS = `select count(*) as total, sum(p.status = 'ON_SALE') as on_sale,
  sum(p.status = 'CANCELLED') as cancelled
from subscription s join book p on p.id = s.book_id where s.member_id = :me`;

export function request(ctx: Context<ViewerSubscriptionsArgs>) {
  const order = ORDERS[ctx.args.orderBy ?? 'NEWEST'];
  const { first, after } = page(ctx.args, order.digits);
  const values: { [name: string]: Value } = { me: memberId(ctx) ?? '', limit: first + 1 };
  let where = 's.member_id = :me';
  if (after !== null) {
    where += ` and ${order.isLater}`;
    if (order.digits > 1) values.order = after.order;
    values.id = after.id;
  }
  // The count is on the left of the join, so that an empty page has it too.
  const statement = `select mine.*, line.place, line.book_id, line.created_at, ${bookColumns(ctx, 'edges/node/book/')}${reasonColumns(ctx, 'edges/node/')}
from (${asksStandings(ctx) ? COUNT_STANDINGS : COUNT}) mine
left join (
  select s.book_id, s.created_at, ${order.place} as place
  from ${order.from} where ${where} order by ${order.by} limit :limit
) line on true
left join book b on b.id = line.book_id
order by ${order.byLine}`;
  return query([statement], values);
}

function asksStandings(ctx: Context): boolean {
  const { names, aliases } = readSelection(ctx, '');
  return aliases !== 'none' || names.indexOf('onSale') >= 0 || names.indexOf('cancelled') >= 0;
}

export function response(ctx: Context<ViewerSubscriptionsArgs>): BookSubscriptionConnection {
  const order = ORDERS[ctx.args.orderBy ?? 'NEWEST'];
  const found = rows(ctx);
  const nodes = found
    .filter((row) => row.book_id !== undefined)
    .map((row) => ({
      place: { order: `${row.place}`, id: `${row.book_id}` },
      node: toBookSubscription(row),
    }));
  return {
    ...toConnection(nodes, page(ctx.args, order.digits).first),
    totalCount: number(found[0]?.total) ?? 0,
    onSale: count(found[0]?.on_sale),
    cancelled: count(found[0]?.cancelled),
  };
}

/** A sum is a DECIMAL, which the Data API returns as a string; the sum of no rows is null. */
function count(sum: string | number | boolean | undefined): number {
  return sum === undefined ? 0 : +sum;
}

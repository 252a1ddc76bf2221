import type { Context } from '@aws-appsync/utils';
import type { BookConnection, QueryUpcomingBooksArgs } from './generated/schema.ts';
import { bookColumns, bookValues, toBook } from './lib/book.ts';
import { memberId } from './lib/identity.ts';
import { page, toConnection } from './lib/page.ts';
import { query } from './lib/query.ts';
import { rows } from './lib/rows.ts';
import { toConditions } from './lib/upcomingFilter.ts';
import { readOrder } from './lib/upcomingOrder.ts';

export function request(ctx: Context<QueryUpcomingBooksArgs>) {
  const order = readOrder(ctx.args.orderBy);
  const { first, after } = page(ctx.args, order.digits);
  const filter = ctx.args.filter ?? {};
  const { texts, values } = toConditions(filter);
  const me = memberId(ctx);

  let from = 'book b';
  if (filter.subscribed === true && me === null) {
    texts.push('1 = 0');
  } else if (filter.subscribed === true && me !== null) {
    // A member waits for few books: begin with those rather than with everything upcoming.
    from = 'subscription s straight_join book b on b.id = s.book_id and s.member_id = :me';
    values.me = me;
  }
  if (after !== null) {
    texts.push(order.behind);
    values.order = after.order;
    values.id = after.id;
  }

  // One range of the index for each status, both in order and both cut short, then merged. A single
  // `status in (…)` would read and sort every upcoming book.
  const { column, direction } = order;
  const ranges = ["'UPCOMING'", "'UNCONFIRMED'"].map((status) => {
    const where = [`b.status = ${status}`, ...texts].join(' and ');
    return `(select b.id, b.${column} from ${from} where ${where} order by b.${column} ${direction}, b.id ${direction} limit :limit)`;
  });
  const statement = `select ${order.written} as place_order, ${bookColumns(ctx, 'edges/node/')}
from (${ranges.join(' union all ')} order by ${column} ${direction}, id ${direction} limit :limit) place
join book b on b.id = place.id
order by place.${column} ${direction}, place.id ${direction}`;
  return query([statement], { ...values, ...bookValues(ctx, 'edges/node/'), limit: first + 1 });
}

export function response(ctx: Context<QueryUpcomingBooksArgs>): BookConnection {
  const found = rows(ctx).map((row) => ({
    place: { order: `${row.place_order}`, id: `${row.id}` },
    node: toBook(row),
  }));
  return toConnection(found, page(ctx.args, readOrder(ctx.args.orderBy).digits).first);
}

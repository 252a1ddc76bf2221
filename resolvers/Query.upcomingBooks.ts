import type { Context } from '@aws-appsync/utils';
import type { BookConnection, QueryUpcomingBooksArgs } from './generated/schema.ts';
import { bookColumns, bookValues, toBook } from './lib/book.ts';
import { memberId } from './lib/identity.ts';
import { page, toConnection } from './lib/page.ts';
import { query } from './lib/query.ts';
import { rows } from './lib/rows.ts';
import { toConditions } from './lib/upcomingFilter.ts';

/** A cursor begins with `release_order`: two days of eight digits. */
const ORDER_DIGITS = 16;

export function request(ctx: Context<QueryUpcomingBooksArgs>) {
  const { first, after } = page(ctx.args, ORDER_DIGITS);
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
    // The OR form: a row constructor, (release_order, id) > (…), reads the index from its beginning.
    texts.push('b.release_order >= :order and (b.release_order > :order or b.id > :id)');
    values.order = after.order;
    values.id = after.id;
  }

  // One range of the index for each status, both in order and both cut short, then merged. A single
  // `status in (…)` would read and sort every upcoming book.
  const ranges = ["'UPCOMING'", "'UNCONFIRMED'"].map((status) => {
    const where = [`b.status = ${status}`, ...texts].join(' and ');
    return `(select b.id, b.release_order from ${from} where ${where} order by b.release_order, b.id limit :limit)`;
  });
  const statement = `select b.release_order, ${bookColumns(ctx, 'edges/node/')}
from (${ranges.join(' union all ')} order by release_order, id limit :limit) place
join book b on b.id = place.id
order by place.release_order, place.id`;
  return query([statement], { ...values, ...bookValues(ctx, 'edges/node/'), limit: first + 1 });
}

export function response(ctx: Context<QueryUpcomingBooksArgs>): BookConnection {
  const found = rows(ctx).map((row) => ({
    place: { order: `${row.release_order}`, id: `${row.id}` },
    node: toBook(row),
  }));
  return toConnection(found, page(ctx.args, ORDER_DIGITS).first);
}

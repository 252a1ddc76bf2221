import type { Context } from '@aws-appsync/utils';
import type { BookSubscriptionConnection, ViewerSubscriptionsArgs } from './generated/schema.ts';
import { bookColumns } from './lib/book.ts';
import { memberId } from './lib/identity.ts';
import { page, toConnection } from './lib/page.ts';
import { query, type Value } from './lib/query.ts';
import { rows } from './lib/rows.ts';
import { toBookSubscription } from './lib/subscription.ts';

/** A cursor begins with the moment, down to microseconds. */
const MOMENT = '%Y%m%d%H%i%s%f';
const MOMENT_DIGITS = 20;

export function request(ctx: Context<ViewerSubscriptionsArgs>) {
  const { first, after } = page(ctx.args, MOMENT_DIGITS);
  const values: { [name: string]: Value } = { me: memberId(ctx) ?? '', limit: first + 1 };
  let where = 's.member_id = :me';
  if (after !== null) {
    const moment = `str_to_date(:moment, '${MOMENT}')`;
    where += ` and s.created_at <= ${moment} and (s.created_at < ${moment} or s.book_id < :id)`;
    values.moment = after.order;
    values.id = after.id;
  }
  // The count stands on the left, so that it is told for an empty page as well.
  const statement = `select mine.total, place.moment, place.book_id, place.created_at, ${bookColumns(ctx, 'edges/node/book/')}
from (select count(*) as total from subscription s where s.member_id = :me) mine
left join (
  select s.book_id, s.created_at, date_format(s.created_at, '${MOMENT}') as moment
  from subscription s where ${where} order by s.created_at desc, s.book_id desc limit :limit
) place on true
left join book b on b.id = place.book_id
order by place.created_at desc, place.book_id desc`;
  return query([statement], values);
}

export function response(ctx: Context<ViewerSubscriptionsArgs>): BookSubscriptionConnection {
  const found = rows(ctx);
  const nodes = found
    .filter((row) => row.book_id !== undefined)
    .map((row) => ({
      place: { order: `${row.moment}`, id: `${row.book_id}` },
      node: toBookSubscription(row),
    }));
  const connection = toConnection(nodes, page(ctx.args, MOMENT_DIGITS).first);
  const total = found[0]?.total;
  return { ...connection, totalCount: typeof total === 'number' ? total : 0 };
}

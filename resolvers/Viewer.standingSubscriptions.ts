import type { Context } from '@aws-appsync/utils';
import type {
  StandingSubscriptionConnection,
  ViewerStandingSubscriptionsArgs,
} from './generated/schema.ts';
import { CURSOR_MOMENT, MOMENT_DIGITS, momentDigits } from './lib/paging/moments.ts';
import { page, toConnection } from './lib/paging/page.ts';
import { memberId } from './lib/request/identity.ts';
import { query, type Value } from './lib/sql/query.ts';
import { rows } from './lib/sql/rows.ts';
import { number } from './lib/sql/values.ts';
import { selectStanding, toStanding } from './lib/subscriptions/standing.ts';

export function request(ctx: Context<ViewerStandingSubscriptionsArgs>) {
  const { first, after } = page(ctx.args, MOMENT_DIGITS);
  const values: { [name: string]: Value } = { me: memberId(ctx) ?? '', limit: first + 1 };
  let isLater = '';
  if (after !== null) {
    isLater = `where mine.since < ${CURSOR_MOMENT} or (mine.since = ${CURSOR_MOMENT} and mine.id < :id)`;
    values.order = after.order;
    values.id = after.id;
  }
  // The count is on the left of the join, so that an empty page has it too.
  const statement = `with mine as (${selectStanding('true')})
select counted.total, line.*, ${momentDigits('line.since')} as moment
from (select count(*) as total from mine) counted
left join (select mine.* from mine ${isLater} order by mine.since desc, mine.id desc limit :limit) line on true
order by line.since desc, line.id desc`;
  return query([statement], values);
}

export function response(
  ctx: Context<ViewerStandingSubscriptionsArgs>,
): StandingSubscriptionConnection {
  const found = rows(ctx);
  const nodes = found
    .filter((row) => row.id !== undefined)
    .map((row) => ({
      place: { order: `${row.moment}`, id: `${row.id}` },
      node: toStanding(row),
    }));
  return {
    ...toConnection(nodes, page(ctx.args, MOMENT_DIGITS).first),
    totalCount: number(found[0]?.total) ?? 0,
  };
}

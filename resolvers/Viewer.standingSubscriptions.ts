import type { Context } from '@aws-appsync/utils';
import type {
  StandingSubscriptionConnection,
  ViewerStandingSubscriptionsArgs,
} from './generated/schema.ts';
import { memberId } from './lib/identity.ts';
import { page, toConnection } from './lib/page.ts';
import { query, type Value } from './lib/query.ts';
import { rows } from './lib/rows.ts';
import { selectStanding, toStanding } from './lib/standing.ts';
import { number } from './lib/values.ts';

/** A cursor begins with the moment, down to microseconds. */
const MOMENT = '%Y%m%d%H%i%s%f';
const MOMENT_DIGITS = 20;

export function request(ctx: Context<ViewerStandingSubscriptionsArgs>) {
  const { first, after } = page(ctx.args, MOMENT_DIGITS);
  const values: { [name: string]: Value } = { me: memberId(ctx) ?? '', limit: first + 1 };
  let isLater = '';
  if (after !== null) {
    const moment = `str_to_date(:moment, '${MOMENT}')`;
    isLater = `where mine.since < ${moment} or (mine.since = ${moment} and mine.id < :id)`;
    values.moment = after.order;
    values.id = after.id;
  }
  // The count stands on the left, so that it is told for an empty page as well.
  const statement = `with mine as (${selectStanding('true')})
select counted.total, line.*, date_format(line.since, '${MOMENT}') as moment
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

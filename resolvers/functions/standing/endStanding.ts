import type { Context } from '@aws-appsync/utils';
import type { StandingSubscription } from '../../generated/schema.ts';
import { namedTarget, type TargetArgs, targetValues } from '../../lib/catalogue/target.ts';
import { query } from '../../lib/sql/query.ts';
import { one } from '../../lib/sql/rows.ts';
import { ownOf, waitedFor } from '../../lib/subscriptions/awaiting.ts';
import { toStanding } from '../../lib/subscriptions/standing.ts';

/** Reads the standing subscription, then ends it together with its consent in one statement. */
export function request(ctx: Context<TargetArgs>) {
  const target = namedTarget(ctx);
  const mark = `update ${waitedFor(target.kind)}
left join standing_consent c on c.member_id = w.member_id and c.kind = w.kind
  and c.target_id = w.target_id and c.withdrawn_at is null
set w.ended_at = utc_timestamp(6), w.caught_up_at = null,
  c.withdrawn_at = utc_timestamp(6), c.withdrawn_by = 'web'
where a.id = :id and w.ended_at is null`;
  return query([ownOf(target.kind), mark], targetValues(ctx, target));
}

export function response(ctx: Context): StandingSubscription | null {
  const row = one(ctx);
  return row === null ? null : toStanding(row);
}

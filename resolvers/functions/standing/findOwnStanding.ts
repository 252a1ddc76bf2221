import { type Context, runtime } from '@aws-appsync/utils';
import type { StandingSubscription } from '../../generated/schema.ts';
import { sourceTarget, targetValues } from '../../lib/catalogue/target.ts';
import { memberId } from '../../lib/request/identity.ts';
import { query } from '../../lib/sql/query.ts';
import { one } from '../../lib/sql/rows.ts';
import { ownOf } from '../../lib/subscriptions/awaiting.ts';
import { toStanding } from '../../lib/subscriptions/standing.ts';

export function request(ctx: Context<object, object, object, { id: string }>) {
  if (memberId(ctx) === null) return runtime.earlyReturn(null);
  const target = sourceTarget(ctx);
  return query([ownOf(target.kind)], targetValues(ctx, target));
}

export function response(ctx: Context): StandingSubscription | null {
  const row = one(ctx);
  return row === null ? null : toStanding(row);
}

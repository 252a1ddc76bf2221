import { type Context, runtime } from '@aws-appsync/utils';
import type { StandingSubscription } from '../../generated/schema.ts';
import { ownOf } from '../../lib/awaiting.ts';
import { memberId } from '../../lib/identity.ts';
import { query } from '../../lib/query.ts';
import { one } from '../../lib/rows.ts';
import { toStanding } from '../../lib/standing.ts';
import { sourceTarget, targetValues } from '../../lib/target.ts';

export function request(ctx: Context<object, object, object, { id: string }>) {
  if (memberId(ctx) === null) return runtime.earlyReturn(null);
  const target = sourceTarget(ctx);
  return query([ownOf(target.kind)], targetValues(ctx, target));
}

export function response(ctx: Context): StandingSubscription | null {
  const row = one(ctx);
  return row === null ? null : toStanding(row);
}

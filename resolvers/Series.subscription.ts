import { type Context, runtime } from '@aws-appsync/utils';
import type { Series, StandingSubscription } from './generated/schema.ts';
import { ownOf, valuesOf } from './lib/awaiting.ts';
import { memberId } from './lib/identity.ts';
import { query } from './lib/query.ts';
import { one } from './lib/rows.ts';
import { toStanding } from './lib/standing.ts';

export function request(ctx: Context<object, object, object, Series>) {
  if (memberId(ctx) === null) return runtime.earlyReturn(null);
  const target = { kind: 'SERIES', id: ctx.source?.id ?? '' } as const;
  return query([ownOf(target)], valuesOf(ctx, target));
}

export function response(ctx: Context): StandingSubscription | null {
  const row = one(ctx);
  return row === null ? null : toStanding(row);
}

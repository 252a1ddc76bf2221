import type { Context } from '@aws-appsync/utils';
import type { MutationSubscribeToSeriesArgs, StandingSubscription } from '../generated/schema.ts';
import { finish, toBegun } from '../lib/awaiting.ts';

export function request(ctx: Context<MutationSubscribeToSeriesArgs>) {
  return finish(ctx, { kind: 'SERIES', id: ctx.args.seriesId });
}

export function response(ctx: Context<MutationSubscribeToSeriesArgs>): StandingSubscription {
  return toBegun(ctx, { kind: 'SERIES', id: ctx.args.seriesId });
}

import type { Context } from '@aws-appsync/utils';
import type {
  MutationUnsubscribeFromSeriesArgs,
  StandingSubscription,
} from '../generated/schema.ts';
import { end, toEnded } from '../lib/awaiting.ts';

export function request(ctx: Context<MutationUnsubscribeFromSeriesArgs>) {
  return end(ctx, { kind: 'SERIES', id: ctx.args.seriesId });
}

export function response(ctx: Context): StandingSubscription | null {
  return toEnded(ctx);
}

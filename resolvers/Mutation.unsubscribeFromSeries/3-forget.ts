import type { Context } from '@aws-appsync/utils';
import type {
  MutationUnsubscribeFromSeriesArgs,
  StandingSubscription,
} from '../generated/schema.ts';
import { forget } from '../lib/awaiting.ts';
import { rows } from '../lib/rows.ts';

export function request(ctx: Context<MutationUnsubscribeFromSeriesArgs>) {
  return forget(ctx, { kind: 'SERIES', id: ctx.args.seriesId });
}

/** What the first step has read. */
export function response(ctx: Context): StandingSubscription | null {
  rows(ctx);
  return ctx.prev.result;
}

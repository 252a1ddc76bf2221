import { type Context, runtime } from '@aws-appsync/utils';
import type {
  MutationUnsubscribeFromSeriesArgs,
  StandingSubscription,
} from '../generated/schema.ts';
import { dropReasons } from '../lib/awaiting.ts';
import { rows } from '../lib/rows.ts';

export function request(ctx: Context<MutationUnsubscribeFromSeriesArgs>) {
  if (ctx.prev.result === null) return runtime.earlyReturn(null, { skipTo: 'END' });
  return dropReasons(ctx, { kind: 'SERIES', id: ctx.args.seriesId });
}

/** What the first step has read. */
export function response(ctx: Context): StandingSubscription | null {
  rows(ctx);
  return ctx.prev.result;
}

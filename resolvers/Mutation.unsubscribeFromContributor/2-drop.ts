import { type Context, runtime } from '@aws-appsync/utils';
import type {
  MutationUnsubscribeFromContributorArgs,
  StandingSubscription,
} from '../generated/schema.ts';
import { dropReasons } from '../lib/awaiting.ts';
import { rows } from '../lib/rows.ts';

export function request(ctx: Context<MutationUnsubscribeFromContributorArgs>) {
  if (ctx.prev.result === null) return runtime.earlyReturn(null, { skipTo: 'END' });
  return dropReasons(ctx, { kind: 'CONTRIBUTOR', id: ctx.args.contributorId });
}

/** What the first step has read. */
export function response(ctx: Context): StandingSubscription | null {
  rows(ctx);
  return ctx.prev.result;
}

import type { Context } from '@aws-appsync/utils';
import type {
  MutationUnsubscribeFromContributorArgs,
  StandingSubscription,
} from '../generated/schema.ts';
import { forget } from '../lib/awaiting.ts';
import { rows } from '../lib/rows.ts';

export function request(ctx: Context<MutationUnsubscribeFromContributorArgs>) {
  return forget(ctx, { kind: 'CONTRIBUTOR', id: ctx.args.contributorId });
}

/** What the first step has read. */
export function response(ctx: Context): StandingSubscription | null {
  rows(ctx);
  return ctx.prev.result;
}

import type { Context } from '@aws-appsync/utils';
import type {
  MutationUnsubscribeFromContributorArgs,
  StandingSubscription,
} from '../generated/schema.ts';
import { end, toEnded } from '../lib/awaiting.ts';

export function request(ctx: Context<MutationUnsubscribeFromContributorArgs>) {
  return end(ctx, { kind: 'CONTRIBUTOR', id: ctx.args.contributorId });
}

export function response(ctx: Context): StandingSubscription | null {
  return toEnded(ctx);
}

import type { Context } from '@aws-appsync/utils';
import type {
  MutationSubscribeToContributorArgs,
  StandingSubscription,
} from '../generated/schema.ts';
import { finish, toBegun } from '../lib/awaiting.ts';

export function request(ctx: Context<MutationSubscribeToContributorArgs>) {
  return finish(ctx, { kind: 'CONTRIBUTOR', id: ctx.args.contributorId });
}

export function response(ctx: Context<MutationSubscribeToContributorArgs>): StandingSubscription {
  return toBegun(ctx, { kind: 'CONTRIBUTOR', id: ctx.args.contributorId });
}

import type { Context } from '@aws-appsync/utils';
import type { MutationSubscribeToContributorArgs } from '../generated/schema.ts';
import { findStanding, isFound } from '../lib/awaiting.ts';

export function request(ctx: Context<MutationSubscribeToContributorArgs>) {
  return findStanding(ctx, { kind: 'CONTRIBUTOR', id: ctx.args.contributorId });
}

export function response(ctx: Context): boolean {
  return isFound(ctx);
}

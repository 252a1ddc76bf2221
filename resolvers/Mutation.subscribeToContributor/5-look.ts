import type { Context } from '@aws-appsync/utils';
import type { MutationSubscribeToContributorArgs } from '../generated/schema.ts';
import { isFound, lookForOutdated } from '../lib/awaiting.ts';

export function request(ctx: Context<MutationSubscribeToContributorArgs>) {
  return lookForOutdated(ctx, { kind: 'CONTRIBUTOR', id: ctx.args.contributorId });
}

export function response(ctx: Context): boolean {
  return isFound(ctx);
}

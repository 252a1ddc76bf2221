import type { Context } from '@aws-appsync/utils';
import type { MutationSubscribeToContributorArgs } from '../generated/schema.ts';
import { begin } from '../lib/awaiting.ts';
import { rows } from '../lib/rows.ts';

export function request(ctx: Context<MutationSubscribeToContributorArgs>) {
  return begin(ctx, { kind: 'CONTRIBUTOR', id: ctx.args.contributorId }, ctx.args.roles);
}

export function response(ctx: Context): null {
  // Fails where a statement has.
  rows(ctx);
  return null;
}

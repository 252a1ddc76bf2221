import { type Context, runtime } from '@aws-appsync/utils';
import type { MutationSubscribeToContributorArgs } from '../generated/schema.ts';
import { recordConsent } from '../lib/awaiting.ts';
import { rows } from '../lib/rows.ts';

export function request(ctx: Context<MutationSubscribeToContributorArgs>) {
  if (ctx.prev.result === true) return runtime.earlyReturn(null);
  return recordConsent(ctx, { kind: 'CONTRIBUTOR', id: ctx.args.contributorId }, ctx.args.wording);
}

export function response(ctx: Context): null {
  // Fails where a statement has.
  rows(ctx);
  return null;
}

import { type Context, runtime } from '@aws-appsync/utils';
import type { MutationSubscribeToContributorArgs } from '../generated/schema.ts';
import { dropReasons } from '../lib/awaiting.ts';
import { rows } from '../lib/rows.ts';

export function request(ctx: Context<MutationSubscribeToContributorArgs>) {
  if (ctx.prev.result === false) return runtime.earlyReturn(null);
  return dropReasons(ctx, { kind: 'CONTRIBUTOR', id: ctx.args.contributorId });
}

export function response(ctx: Context): null {
  // Fails where a statement has.
  rows(ctx);
  return null;
}

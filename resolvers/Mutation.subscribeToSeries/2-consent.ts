import { type Context, runtime } from '@aws-appsync/utils';
import type { MutationSubscribeToSeriesArgs } from '../generated/schema.ts';
import { recordConsent } from '../lib/awaiting.ts';
import { rows } from '../lib/rows.ts';

export function request(ctx: Context<MutationSubscribeToSeriesArgs>) {
  if (ctx.prev.result === true) return runtime.earlyReturn(null);
  return recordConsent(ctx, { kind: 'SERIES', id: ctx.args.seriesId }, ctx.args.wording);
}

export function response(ctx: Context): null {
  // Fails where a statement has.
  rows(ctx);
  return null;
}

import type { Context } from '@aws-appsync/utils';
import type { MutationSubscribeToSeriesArgs } from '../generated/schema.ts';
import { begin } from '../lib/awaiting.ts';
import { rows } from '../lib/rows.ts';

export function request(ctx: Context<MutationSubscribeToSeriesArgs>) {
  return begin(ctx, { kind: 'SERIES', id: ctx.args.seriesId }, null);
}

export function response(ctx: Context): null {
  // Fails where a statement has.
  rows(ctx);
  return null;
}

import type { Context } from '@aws-appsync/utils';
import type { MutationSubscribeToSeriesArgs } from '../generated/schema.ts';
import { catchUp } from '../lib/awaiting.ts';
import { rows } from '../lib/rows.ts';

export function request(ctx: Context<MutationSubscribeToSeriesArgs>) {
  return catchUp(ctx, { kind: 'SERIES', id: ctx.args.seriesId });
}

export function response(ctx: Context): null {
  // Fails where a statement has.
  rows(ctx);
  return null;
}

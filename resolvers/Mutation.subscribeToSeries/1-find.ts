import type { Context } from '@aws-appsync/utils';
import type { MutationSubscribeToSeriesArgs } from '../generated/schema.ts';
import { findStanding, isFound } from '../lib/awaiting.ts';

export function request(ctx: Context<MutationSubscribeToSeriesArgs>) {
  return findStanding(ctx, { kind: 'SERIES', id: ctx.args.seriesId });
}

export function response(ctx: Context): boolean {
  return isFound(ctx);
}

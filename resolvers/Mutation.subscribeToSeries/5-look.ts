import type { Context } from '@aws-appsync/utils';
import type { MutationSubscribeToSeriesArgs } from '../generated/schema.ts';
import { isFound, lookForOutdated } from '../lib/awaiting.ts';

export function request(ctx: Context<MutationSubscribeToSeriesArgs>) {
  return lookForOutdated(ctx, { kind: 'SERIES', id: ctx.args.seriesId });
}

export function response(ctx: Context): boolean {
  return isFound(ctx);
}

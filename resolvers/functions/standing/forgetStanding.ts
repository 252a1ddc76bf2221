import { type Context, runtime } from '@aws-appsync/utils';
import { namedTarget, type TargetArgs, targetValues } from '../../lib/catalogue/target.ts';
import { query } from '../../lib/sql/query.ts';
import { passOn } from '../../lib/sql/rows.ts';
import { waitedFor } from '../../lib/subscriptions/awaiting.ts';

/**
 * Deletes the ended standing subscription last: if a function before this one fails, a scheduled run finishes
 * the work within two minutes. Skipped where nothing was ended.
 */
export function request(ctx: Context<TargetArgs>) {
  if (!ctx.prev.result) return runtime.earlyReturn(null);
  const target = namedTarget(ctx);
  const remove = `delete w from ${waitedFor(target.kind)}
where a.id = :id and w.ended_at is not null`;
  return query([remove], targetValues(ctx, target));
}

export function response(ctx: Context) {
  return passOn(ctx);
}

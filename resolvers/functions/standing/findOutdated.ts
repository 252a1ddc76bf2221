import type { Context } from '@aws-appsync/utils';
import { namedTarget, type TargetArgs, targetValues } from '../../lib/catalogue/target.ts';
import { query } from '../../lib/sql/query.ts';
import { one } from '../../lib/sql/rows.ts';
import { outdated } from '../../lib/subscriptions/awaiting.ts';

/**
 * Reading locks nothing, and there is almost never anything to delete. A delete locks all of the
 * member's standing subscriptions, so that their concurrent requests would be rejected.
 */
export function request(ctx: Context<TargetArgs>) {
  const target = namedTarget(ctx);
  const select = `select 1 as found from ${outdated(target.kind)} limit 1`;
  return query([select], targetValues(ctx, target));
}

/** Whether the member has reasons that no longer hold. */
export function response(ctx: Context): boolean {
  return one(ctx) !== null;
}

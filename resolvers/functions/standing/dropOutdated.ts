import { type Context, runtime } from '@aws-appsync/utils';
import { hasNoReason } from '../../../db/sql/hasNoReason.ts';
import { namedTarget, type TargetArgs, targetValues } from '../../lib/catalogue/target.ts';
import { query } from '../../lib/sql/query.ts';
import { passOn } from '../../lib/sql/rows.ts';
import { outdated } from '../../lib/subscriptions/awaiting.ts';

/**
 * Deletes the reasons that no longer hold, and the subscriptions that have no other. Skipped where the
 * function before found nothing.
 */
export function request(ctx: Context<TargetArgs>) {
  if (!ctx.prev.result) return runtime.earlyReturn(ctx.prev.result);
  const target = namedTarget(ctx);
  const reasons = `delete r from ${outdated(target.kind)}`;
  const subscriptions = `delete from subscription where member_id = :me
and ${hasNoReason(':me', 'subscription.book_id')}`;
  return query([reasons, subscriptions], targetValues(ctx, target));
}

export function response(ctx: Context) {
  return passOn(ctx);
}

import type { Context } from '@aws-appsync/utils';
import { namedTarget, type TargetArgs, targetValues } from '../../lib/catalogue/target.ts';
import { query } from '../../lib/sql/query.ts';
import { one } from '../../lib/sql/rows.ts';
import { waitedFor } from '../../lib/subscriptions/awaiting.ts';

export function request(ctx: Context<TargetArgs>) {
  const target = namedTarget(ctx);
  const select = `select 1 as found from ${waitedFor(target.kind)}
where a.id = :id and w.ended_at is null limit 1`;
  return query([select], targetValues(ctx, target));
}

/** Whether the member already waits for the target, under this name or one joined to it. */
export function response(ctx: Context): boolean {
  return one(ctx) !== null;
}

import type { Context } from '@aws-appsync/utils';
import { waitedFor } from '../../lib/awaiting.ts';
import { query } from '../../lib/query.ts';
import { one } from '../../lib/rows.ts';
import { namedTarget, type TargetArgs, targetValues } from '../../lib/target.ts';

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

import type { Context } from '@aws-appsync/utils';
import type { CatalogueJoin } from '../../generated/schema.ts';
import { type Joined, selectJoins, toCatalogueJoin } from '../../lib/catalogue/catalogueJoin.ts';
import { fail } from '../../lib/request/fail.ts';
import { query } from '../../lib/sql/query.ts';
import { one } from '../../lib/sql/rows.ts';

export function request(ctx: Context) {
  const { kind, from, into } = ctx.prev.result as Joined;
  const statement = `${selectJoins(kind)}
where j.kind = :kind and j.stands = 1 and j.asked_from_id = :from and j.asked_into_id = :into
order by j.joined_at desc limit 1`;
  return query([statement], { kind, from, into });
}

export function response(ctx: Context): CatalogueJoin {
  const { from, into } = ctx.prev.result as Joined;
  const row = one(ctx);
  if (row === null) fail('InvalidArgument', `into: "${into}" and "${from}" are one already`);
  return toCatalogueJoin(row);
}

import type { Context } from '@aws-appsync/utils';
import type { CatalogueKind, MutationSeparateInCatalogueArgs } from '../../generated/schema.ts';
import type { Joined } from '../../lib/catalogue/catalogueJoin.ts';
import { fail } from '../../lib/request/fail.ts';
import { catalogueId } from '../../lib/request/ids.ts';
import { operatorId } from '../../lib/request/operator.ts';
import { query } from '../../lib/sql/query.ts';
import { one } from '../../lib/sql/rows.ts';

export function request(ctx: Context<MutationSeparateInCatalogueArgs>) {
  const update = `update catalogue_join
set stands = null, separated_by = :by, separated_at = utc_timestamp(6)
where id = :join and stands = 1`;
  const select = 'select kind, from_id, into_id from catalogue_join where id = :join';
  return query([update, select], { join: catalogueId(ctx.args.id), by: operatorId(ctx) });
}

export function response(ctx: Context<MutationSeparateInCatalogueArgs>): Joined {
  const row = one(ctx, 1);
  if (row === null) {
    fail('CatalogueJoinNotFound', `id: nothing was joined under the id "${ctx.args.id}"`);
  }
  return { kind: `${row.kind}` as CatalogueKind, from: `${row.from_id}`, into: `${row.into_id}` };
}

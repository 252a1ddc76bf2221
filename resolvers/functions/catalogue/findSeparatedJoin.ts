import type { Context } from '@aws-appsync/utils';
import type { CatalogueJoin, MutationSeparateInCatalogueArgs } from '../../generated/schema.ts';
import { type Joined, selectJoins, toCatalogueJoin } from '../../lib/catalogue/catalogueJoin.ts';
import { fail } from '../../lib/request/fail.ts';
import { catalogueId } from '../../lib/request/ids.ts';
import { query } from '../../lib/sql/query.ts';
import { one } from '../../lib/sql/rows.ts';

export function request(ctx: Context<MutationSeparateInCatalogueArgs>) {
  const { kind } = ctx.prev.result as Joined;
  return query([`${selectJoins(kind)} where j.id = :join`], { join: catalogueId(ctx.args.id) });
}

export function response(ctx: Context<MutationSeparateInCatalogueArgs>): CatalogueJoin {
  const row = one(ctx);
  if (row === null) {
    fail('CatalogueJoinNotFound', `id: nothing was joined under the id "${ctx.args.id}"`);
  }
  return toCatalogueJoin(row);
}

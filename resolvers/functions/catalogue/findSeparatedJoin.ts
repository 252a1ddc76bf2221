import type { Context } from '@aws-appsync/utils';
import type { CatalogueJoin, MutationSeparateInCatalogueArgs } from '../../generated/schema.ts';
import { catalogueId } from '../../lib/catalogue.ts';
import { type Joined, selectJoins, toCatalogueJoin } from '../../lib/catalogueJoin.ts';
import { fail } from '../../lib/fail.ts';
import { query } from '../../lib/query.ts';
import { one } from '../../lib/rows.ts';

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

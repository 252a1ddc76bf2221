import type { Context } from '@aws-appsync/utils';
import type { MutationJoinInCatalogueArgs } from '../generated/schema.ts';
import { catalogueId } from '../lib/catalogue.ts';
import { bringNames } from '../lib/catalogueJoin.ts';
import { NOTE_RECOUNT } from '../lib/noteRecount.ts';
import { query } from '../lib/query.ts';
import { rows } from '../lib/rows.ts';

/** Also when there was nothing to join: whoever joined it may not have come this far. */
export function request(ctx: Context<MutationJoinInCatalogueArgs>) {
  const { kind, from, into } = ctx.args;
  const id = catalogueId(from);
  return query([bringNames(kind), NOTE_RECOUNT], { kind, id, from: id, into: catalogueId(into) });
}

export function response(ctx: Context): null {
  // Fails where a statement has.
  rows(ctx);
  return null;
}

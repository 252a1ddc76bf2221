import type { Context } from '@aws-appsync/utils';
import type { CatalogueKind } from '../generated/schema.ts';
import { bringBooks, bringNames } from '../lib/catalogueJoin.ts';
import { query } from '../lib/query.ts';
import { type Row, rows } from '../lib/rows.ts';

/** What was joined goes, with all that is still joined to it; the others have what they had. */
export function request(ctx: Context) {
  const { kind, from_id } = ctx.prev.result as { kind: CatalogueKind; from_id: string };
  return query([bringNames(kind), bringBooks(kind)], { kind, id: from_id });
}

export function response(ctx: Context): Row {
  // Fails where a statement has.
  rows(ctx);
  return ctx.prev.result;
}

import type { Context } from '@aws-appsync/utils';
import { bringBooks, bringNames, type Separated } from '../lib/catalogueJoin.ts';
import { query } from '../lib/query.ts';
import { rows } from '../lib/rows.ts';

/** What was joined goes, with all that is still joined to it; the others have what they had. */
export function request(ctx: Context) {
  const { kind, from } = ctx.prev.result as Separated;
  return query([bringNames(kind), bringBooks(kind)], { kind, id: from });
}

export function response(ctx: Context): Separated {
  // Fails where a statement has.
  rows(ctx);
  return ctx.prev.result;
}

import type { Context } from '@aws-appsync/utils';
import { bringNames, type Separated } from '../lib/catalogueJoin.ts';
import { NOTE_RECOUNT } from '../lib/noteRecount.ts';
import { query } from '../lib/query.ts';
import { rows } from '../lib/rows.ts';

/** What was joined goes, with all that is still joined to it; the others have what they had. */
export function request(ctx: Context) {
  const { kind, from, into } = ctx.prev.result as Separated;
  return query([bringNames(kind), NOTE_RECOUNT], { kind, id: from, from, into });
}

export function response(ctx: Context): Separated {
  // Fails where a statement has.
  rows(ctx);
  return ctx.prev.result;
}

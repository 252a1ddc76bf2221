import type { Context } from '@aws-appsync/utils';
import { bringBooks, bringWaiting, type Separated } from '../lib/catalogueJoin.ts';
import { query } from '../lib/query.ts';
import { rows } from '../lib/rows.ts';

export function request(ctx: Context) {
  const { kind, from, into } = ctx.prev.result as Separated;
  return query([bringBooks(kind), bringWaiting(kind)], { kind, id: from, from, into });
}

export function response(ctx: Context): Separated {
  // Fails where a statement has.
  rows(ctx);
  return ctx.prev.result;
}

import type { Context } from '@aws-appsync/utils';
import { CATALOGUE } from '../../../db/sql/catalogue.ts';
import type { Joined } from '../../lib/catalogue/catalogueJoin.ts';
import { query } from '../../lib/sql/query.ts';
import { passOn } from '../../lib/sql/rows.ts';

/**
 * Moves the books of everything joined with `:from` to the entry that represents them all. For
 * members who wait for any of them, the books are checked again within two minutes (`catchUp` in
 * services/mail/standing/).
 */
export function request(ctx: Context) {
  const { kind, from, into } = ctx.prev.result as Joined;
  const { table, links, column } = CATALOGUE[kind];
  const books = `update ${table} a
straight_join ${table} c on c.joined_to = a.joined_to
straight_join ${links} l on l.stated_id = c.id
set l.${column} = c.joined_to
where a.id = :from and l.${column} <> c.joined_to`;
  const waiting = `update ${table} a
straight_join ${table} c on c.joined_to = a.joined_to
straight_join standing_subscription w on w.kind = :kind and w.target_id = c.id
set w.caught_up_at = null
where a.id in (:from, :into)`;
  return query([books, waiting], { kind, from, into });
}

export function response(ctx: Context) {
  return passOn(ctx);
}

import type { Context } from '@aws-appsync/utils';
import { CATALOGUE } from '../../../db/sql/catalogue.ts';
import type { Joined } from '../../lib/catalogue/catalogueJoin.ts';
import { query } from '../../lib/sql/query.ts';
import { passOn } from '../../lib/sql/rows.ts';

/**
 * Moves the books of everything that is one with `:from` to what stands for all of them. For members who wait
 * for either, the books are gone through again within two minutes (`catchUp` in services/mail/standing/).
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

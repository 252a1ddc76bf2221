import type { Context } from '@aws-appsync/utils';
import { CATALOGUE } from '../../../db/sql/catalogue.ts';
import { ascent, type Joined, summit } from '../../lib/catalogue/catalogueJoin.ts';
import { query } from '../../lib/sql/query.ts';
import { passOn } from '../../lib/sql/rows.ts';

/** Schedules a recount of their upcoming books within a minute, by the names just moved. */
const NOTE_RECOUNT =
  'insert into catalogue_recount (kind, target_id) values (:kind, :from), (:kind, :into)';

/**
 * Moves every name joined with `:from` to the entry that represents them all by the current joins.
 * Reads and writes in one statement, so that the later of two operators sees the other's join.
 */
export function request(ctx: Context) {
  const { kind, from, into } = ctx.prev.result as Joined;
  const bring = `update ${CATALOGUE[kind].table} c
join (
  with recursive ${ascent('up', ':from')}, grouped (id, main) as (
    select t.id, t.id from ${summit('up')} t
    union all
    select j.from_id, g.main from grouped g
    join catalogue_join j on j.kind = :kind and j.into_id = g.id and j.stands = 1)
  select id, main from grouped) g on g.id = c.id
set c.joined_to = g.main
where c.joined_to <> g.main`;
  return query([bring, NOTE_RECOUNT], { kind, from, into });
}

export function response(ctx: Context) {
  return passOn(ctx);
}

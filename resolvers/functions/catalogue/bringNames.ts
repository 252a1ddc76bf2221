import type { Context } from '@aws-appsync/utils';
import { CATALOGUE } from '../../../db/sql/catalogue.ts';
import { ascent, type Joined, summit } from '../../lib/catalogue/catalogueJoin.ts';
import { query } from '../../lib/sql/query.ts';
import { passOn } from '../../lib/sql/rows.ts';

/** Has their upcoming books counted again within a minute, by the names that have just been moved. */
const NOTE_RECOUNT =
  'insert into catalogue_recount (kind, target_id) values (:kind, :from), (:kind, :into)';

/**
 * Moves each name that is one with `:from` to what stands for all of them by the joins that stand now. It
 * reads and writes in one statement, so that of two operators the later one sees the other's join.
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

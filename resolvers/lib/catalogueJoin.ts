import { KEPT } from '../../db/sql/kept.ts';
import type { CatalogueJoin, CatalogueKind } from '../generated/schema.ts';
import type { Row } from './rows.ts';
import { instant, text } from './values.ts';

/** What a join had joined that is taken apart, as one step tells the next. */
export interface Separated {
  kind: CatalogueKind;
  from: string;
  into: string;
}

/** A join and what it is named by, as a select that lacks its conditions on the join `j`. */
export function selectJoins(kind: CatalogueKind): string {
  const { table } = KEPT[kind];
  return `select j.id, j.kind, j.from_id, f.name as from_name, j.into_id, i.name as into_name,
  j.joined_by, j.joined_at, j.separated_by, j.separated_at
from catalogue_join j
join ${table} f on f.id = j.from_id
join ${table} i on i.id = j.into_id`;
}

export function toCatalogueJoin(row: Row): CatalogueJoin {
  return {
    id: `${row.id}`,
    kind: `${row.kind}` as CatalogueKind,
    fromId: `${row.from_id}`,
    fromName: `${row.from_name}`,
    intoId: `${row.into_id}`,
    intoName: `${row.into_name}`,
    joinedBy: `${row.joined_by}`,
    joinedAt: `${instant(row.joined_at)}`,
    separatedBy: text(row.separated_by),
    separatedAt: instant(row.separated_at),
  };
}

/**
 * A recursive table `name (id, steps)`: what is asked for and, a step each, what it is joined to. The
 * last step is what stands for all of them.
 */
export function ascent(name: string, id: string): string {
  return `${name} (id, steps) as (
  select cast(${id} as char(40) character set ascii), 0
  union all
  select j.into_id, u.steps + 1 from ${name} u
  join catalogue_join j on j.kind = :kind and j.from_id = u.id and j.stands = 1)`;
}

/** What stands for all that an `ascent` passes, as a table of one row. */
export function summit(name: string): string {
  return `(select id from ${name} order by steps desc limit 1)`;
}

/**
 * Brings each name that is one with `:id` to what stands for all of them now, by the joins that stand.
 * It reads them and writes in one statement, so that of two operators the later has seen the other's join.
 */
export function bringNames(kind: CatalogueKind): string {
  return `update ${KEPT[kind].table} c
join (
  with recursive ${ascent('up', ':id')}, grouped (id, main) as (
    select t.id, t.id from ${summit('up')} t
    union all
    select j.from_id, g.main from grouped g
    join catalogue_join j on j.kind = :kind and j.into_id = g.id and j.stands = 1)
  select id, main from grouped) g on g.id = c.id
set c.joined_to = g.main
where c.joined_to <> g.main`;
}

/** Brings the books of all that are one with `:id` to what stands for all of them. */
export function bringBooks(kind: CatalogueKind): string {
  const { table, links, column } = KEPT[kind];
  return `update ${table} a
straight_join ${table} c on c.joined_to = a.joined_to
straight_join ${links} l on l.stated_id = c.id
set l.${column} = c.joined_to
where a.id = :id and l.${column} <> c.joined_to`;
}

/**
 * Has the books gone through anew of whoever waits for one of those that are one with `:from` or with
 * `:into`: within two minutes (`catchUp` in services/mail/standing/).
 */
export function bringWaiting(kind: CatalogueKind): string {
  const { table } = KEPT[kind];
  return `update ${table} a
straight_join ${table} c on c.joined_to = a.joined_to
straight_join standing_subscription w on w.kind = :kind and w.target_id = c.id
set w.caught_up_at = null
where a.id in (:from, :into)`;
}

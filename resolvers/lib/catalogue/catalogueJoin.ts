import { CATALOGUE } from '../../../db/sql/catalogue.ts';
import type { CatalogueJoin, CatalogueKind } from '../../generated/schema.ts';
import type { Row } from '../sql/rows.ts';
import { instant, text } from '../sql/values.ts';

/**
 * What a join has joined, or had joined before it was separated, passed from one function to the
 * next.
 */
export interface Joined {
  kind: CatalogueKind;
  from: string;
  into: string;
}

/** A select of joins and their names, without the conditions on the join `j`. */
export function selectJoins(kind: CatalogueKind): string {
  const { table } = CATALOGUE[kind];
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
 * A recursive table `name (id, steps)`: the requested entry, then each entry it is joined to, one
 * per step. The last one represents them all.
 */
export function ascent(name: string, id: string): string {
  return `${name} (id, steps) as (
  select cast(${id} as char(40) character set ascii), 0
  union all
  select j.into_id, u.steps + 1 from ${name} u
  join catalogue_join j on j.kind = :kind and j.from_id = u.id and j.stands = 1)`;
}

/** The entry that represents all that an `ascent` passes, as a table of one row. */
export function summit(name: string): string {
  return `(select id from ${name} order by steps desc limit 1)`;
}

import type { CatalogueKind } from '../generated/schema.ts';
import { IS_ANNOUNCED } from './announced.ts';
import { KEPT } from './catalogue.ts';
import { entryObject } from './catalogueEntry.ts';
import type { Source } from './foundBooks.ts';

/** Among so many, the soonest or the first by name, those are chosen that are suggested. */
const MOST_LOOKED_AT = 200;

/** SQL for books `b` with the columns: of those found first, those that begin with `:begin` first. */
export function suggestBooks(source: Source, texts: string[], columns: string): string {
  const wheres = [IS_ANNOUNCED, ...source.texts, ...texts];
  return `select ${columns} from (
  select b.id, p.release_rank, p.number,
    t.folded like :begin escape '!' or t.folded like :inside escape '!' as begins
  from ${source.from} where ${wheres.join(' and ')}
  order by p.release_rank, p.number limit ${MOST_LOOKED_AT}
) place
join book b on b.id = place.id
order by place.begins desc, place.release_rank, place.number limit :limit`;
}

/** SQL for contributors and series whose name or reading begins with `:begin`, or contains it. */
export function suggestNames(): string {
  return `${ofKind('CONTRIBUTOR')} union all ${ofKind('SERIES')}`;
}

function ofKind(kind: CatalogueKind): string {
  const { table, links, column } = KEPT[kind];
  const named = (isRest: number) => `(select n.target_id, n.is_rest from catalogue_name n
        where n.kind = '${kind}' and n.is_rest = ${isRest} and n.folded like :begin escape '!'
        limit ${MOST_LOOKED_AT})`;
  return `(select '${kind}' as kind, c.upcoming_count, ${entryObject(kind, 'e')} as entry
  from (
    select f.id, f.is_rest, count(distinct l.book_id) as upcoming_count
    from (
      select k.joined_to as id, min(m.is_rest) as is_rest
      from (${named(0)} union all ${named(1)}) m
      join ${table} k on k.id = m.target_id
      group by k.joined_to
    ) f
    join ${links} l on l.${column} = f.id
    join book b on b.id = l.book_id and ${IS_ANNOUNCED}
    group by f.id, f.is_rest
    order by f.is_rest, upcoming_count desc, f.id limit :limit
  ) c
  join ${table} e on e.id = c.id
  order by c.is_rest, c.upcoming_count desc, c.id limit :limit)`;
}

import type { CatalogueKind } from '../generated/schema.ts';
import { IS_ANNOUNCED } from './announced.ts';
import { KEPT } from './catalogue.ts';
import { entryObject } from './catalogueEntry.ts';
import type { Source } from './foundBooks.ts';

/** Among so many, the soonest or the first by name, those are chosen that are suggested. */
const MOST_LOOKED_AT = 200;

/** A character that is in one book of five hundred is in ten of so many, and they are looked at in some milliseconds. */
const SOONEST = 5_000;

/**
 * The soonest of all books, for a single character that many have: the whole list would be walked until enough
 * are found, and many are still one in five hundred of a million.
 */
export const SOONEST_BOOKS: Source = {
  from: `(select n.release_rank, n.number from book_text n force index (book_text_listed)
    where n.release_rank is not null
    order by n.release_rank, n.number limit ${SOONEST}) p
  straight_join book_text t on t.number = p.number
  straight_join book b on b.id = t.book_id`,
  texts: [],
  values: {},
  isWholeList: false,
};

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

/** All degrees of popularity but that of whoever has nothing to come, as `db/catalogue/popularity.ts` has them. */
const POPULAR = '1, 2, 3, 4, 5, 6, 7';

/**
 * SQL for contributors and series with upcoming books whose name or reading begins with `:begin`, or
 * contains it: as many as are looked at from the most popular on, by the books that were counted last.
 */
export function suggestNames(): string {
  return `${ofKind('CONTRIBUTOR')} union all ${ofKind('SERIES')}`;
}

function ofKind(kind: CatalogueKind): string {
  const { table } = KEPT[kind];
  const named = (
    isRest: number,
  ) => `(select n.target_id, n.is_rest from catalogue_name n force index (catalogue_name_popular)
        where n.kind = '${kind}' and n.is_rest = ${isRest} and n.popularity in (${POPULAR})
          and n.folded like :begin escape '!'
        order by n.popularity desc limit ${MOST_LOOKED_AT})`;
  return `(select '${kind}' as kind, c.upcoming_count, ${entryObject(kind, 'e')} as entry
  from (
    select f.id, f.is_rest, a.upcoming_count
    from (
      select k.joined_to as id, min(m.is_rest) as is_rest
      from (${named(0)} union all ${named(1)}) m
      join ${table} k on k.id = m.target_id
      group by k.joined_to
    ) f
    join catalogue_named a on a.kind = '${kind}' and a.target_id = f.id and a.upcoming_count > 0
    order by f.is_rest, a.upcoming_count desc, f.id limit :limit
  ) c
  join ${table} e on e.id = c.id
  order by c.is_rest, c.upcoming_count desc, c.id limit :limit)`;
}

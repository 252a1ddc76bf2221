import { CATALOGUE } from '../../../db/sql/catalogue.ts';
import { IS_UPCOMING } from '../../../db/sql/upcoming.ts';
import type { CatalogueKind } from '../../generated/schema.ts';
import type { Source } from '../books/source.ts';
import { entryObject } from '../catalogue/catalogueEntry.ts';
import { booksAt, foundBooks, OF_LETTER } from './foundBooks.ts';
import type { Few, SearchPlan } from './searchPlan.ts';

/** Among so many books that have the words, and so many names of a kind, those are chosen that are suggested. */
const MOST_LOOKED_AT = { books: 200, names: 100 };

/** Pairs and characters with more postings are many, and their books are not all read. */
export const FEW_TO_SUGGEST: Few = { pair: 1_000, letter: 4_000 };
/** Of a character that few have, so many postings are read; of one that many have, so many of all books. */
const SOONEST = 1_500;

/**
 * Where the books stand that are suggested by the plan, the soonest of those that a search would find: what
 * is far down a long list is not suggested. Null where there are none.
 */
export function soonestBooks(plan: SearchPlan): Source | null {
  if (plan.by === 'letter') return plan.few ? soonestOfLetter(plan.letter) : SOONEST_OF_ALL;
  const source = foundBooks(plan, true);
  if (source === null || plan.by === 'nothing' || plan.far === undefined) return source;
  return {
    ...source,
    texts: [
      ...source.texts,
      'p.release_rank <= :far',
      // Of a day with very many books, no more than of any other.
      `(p.release_rank < :far or p.number <= coalesce((select g.number from book_gram g where g.gram = :gram
    order by g.release_rank, g.number limit 1 offset ${FEW_TO_SUGGEST.pair}), 4294967295))`,
    ],
    values: { ...source.values, far: plan.far },
  };
}

function soonestOfLetter(letter: number): Source {
  return booksAt(
    `select distinct g.release_rank, g.number from (
    select g.release_rank, g.number from ${OF_LETTER}
    order by g.release_rank, g.number limit ${SOONEST}
  ) g`,
    { letter },
  );
}

/** Of a million books, one in 250 has a character that many have, which makes six of so many. */
const SOONEST_OF_ALL = booksAt(
  `select n.release_rank, n.number from book_text n force index (book_text_listed)
    where n.release_rank is not null
    order by n.release_rank, n.number limit ${SOONEST}`,
  {},
);

/** SQL for books `b` with the columns: of those found first, those that begin with `:begin` first. */
export function suggestBooks(source: Source, texts: string[], columns: string): string {
  const wheres = [IS_UPCOMING, ...source.texts, ...texts];
  return `select ${columns} from (
  select b.id, p.release_rank, p.number,
    t.folded like :begin escape '!' or t.folded like :inside escape '!' as begins
  from ${source.from} where ${wheres.join(' and ')}
  order by p.release_rank, p.number limit ${MOST_LOOKED_AT.books}
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
  const { table } = CATALOGUE[kind];
  const named = (
    isRest: number,
  ) => `(select n.target_id, n.is_rest from catalogue_name n force index (catalogue_name_popular)
        where n.kind = '${kind}' and n.is_rest = ${isRest} and n.popularity in (${POPULAR})
          and n.folded like :begin escape '!'
        order by n.popularity desc limit ${MOST_LOOKED_AT.names})`;
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

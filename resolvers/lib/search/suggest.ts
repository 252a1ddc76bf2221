import { CATALOGUE } from '../../../db/sql/catalogue.ts';
import { IS_UPCOMING } from '../../../db/sql/upcoming.ts';
import type { CatalogueKind } from '../../generated/schema.ts';
import type { Source } from '../books/source.ts';
import { entryObject } from '../catalogue/catalogueEntry.ts';
import { booksAt, foundBooks, OF_LETTER } from './foundBooks.ts';
import type { Few, SearchPlan } from './searchPlan.ts';

/** Suggestions are chosen among this many matching books, and this many names of a kind. */
const MOST_LOOKED_AT = { books: 200, names: 100 };

/** Pairs and characters with more postings are frequent, and not all their books are read. */
export const FEW_TO_SUGGEST: Few = { pair: 1_000, letter: 4_000 };
/**
 * How many postings of a rare character are read; or, for a frequent one, how many of all books.
 */
const SOONEST = 1_500;

/**
 * The positions of the books to suggest by the plan, the soonest that a search would find: books
 * far down a long list are not suggested. Null if there are none.
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
      // From a day with very many books, no more than from any other.
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

/** Of a million books, one in 250 has a frequent character, which makes six in this many. */
const SOONEST_OF_ALL = booksAt(
  `select n.release_rank, n.number from book_text n force index (book_text_listed)
    where n.release_rank is not null
    order by n.release_rank, n.number limit ${SOONEST}`,
  {},
);

/**
 * SQL for books `b` with the columns: of those found first, those that start with `:begin` come
 * first.
 */
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

/**
 * All degrees of popularity except that of entries without upcoming books, as in
 * `db/catalogue/popularity.ts`.
 */
const POPULAR = '1, 2, 3, 4, 5, 6, 7';

/**
 * SQL for contributors and series with upcoming books whose name or reading starts with or contains
 * `:begin`: the most popular up to the limit, by the latest count of books.
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

import { CATALOGUE_KINDS, type CatalogueKind } from '../../domain/waiting/kinds.ts';
import type { Database, Value } from '../database.ts';
import { CATALOGUE } from '../sql/catalogue.ts';

/** Books of which one became upcoming or is so no longer, or whose links change: SQL and what it binds. */
export interface ChangedBooks {
  from: string;
  where: string;
  /** The expression there for the id of a book. */
  bookId: string;
  values: { [name: string]: Value };
}

/**
 * Notes that whoever these books are linked to is to be counted anew, within the transaction that changes
 * the books: after links were added, and before any are taken away. It locks no links but those of the books.
 */
export async function noteRecount(
  database: Database,
  { from, where, bookId, values }: ChangedBooks,
  kinds: readonly CatalogueKind[] = CATALOGUE_KINDS,
): Promise<void> {
  const linked = kinds.map(
    (kind) => `select distinct '${kind}' as kind, l.stated_id
     from ${from}
     straight_join ${CATALOGUE[kind].links} l force index (primary) on l.book_id = ${bookId}
     where ${where}`,
  );
  await database.execute(
    `insert into catalogue_recount (kind, target_id) ${linked.join(' union all ')}`,
    values,
  );
}

import { CATALOGUE_KINDS, type CatalogueKind } from '../../domain/waiting/kinds.ts';
import type { Database, Value } from '../database.ts';
import { CATALOGUE } from '../sql/catalogue.ts';

/** Books that became upcoming or ceased to be, or whose links change: SQL and its bound values. */
export interface ChangedBooks {
  from: string;
  where: string;
  /** The SQL expression for the id of a book. */
  bookId: string;
  values: { [name: string]: Value };
}

/**
 * Schedules a recount of the contributors and series linked to these books, within the transaction
 * that changes the books: call it after adding links, and before deleting any. Locks only the links
 * of the books.
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

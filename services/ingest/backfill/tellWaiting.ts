import type { Database } from '../../../db/database.ts';
import { stillCovers } from '../../../db/sql/covers.ts';
import { CATALOGUE_KINDS } from '../../../domain/waiting/kinds.ts';
import { asId } from '../linking/named.ts';
import { whoWaits } from '../linking/whoWaits.ts';
import type { StoredBook } from './storedBook.ts';

/**
 * Schedules a standing subscription for the next catch-up if its member lacks one of these books,
 * or has one that it no longer covers.
 */
export async function tellWaiting(database: Database, books: StoredBook[]): Promise<void> {
  const rows = JSON.stringify(books.map((book) => book.id));
  for (const kind of CATALOGUE_KINDS) {
    await database.execute(
      `update json_table(:rows, '$[*]' columns (book_id varchar(120) path '$')) n
       ${whoWaits(kind, asId('n.book_id'))}
       set w.caught_up_at = null
       where w.caught_up_at is not null and not exists (
         select 1 from subscription_reason r where r.member_id = w.member_id
           and r.book_id = l.book_id and r.kind = w.kind and r.target_id = w.target_id)`,
      { rows },
    );
    await database.execute(
      `update json_table(:rows, '$[*]' columns (book_id varchar(120) path '$')) n
       straight_join subscription_reason r force index (subscription_reason_book)
         on r.book_id = ${asId('n.book_id')} and r.kind = '${kind}'
       straight_join standing_subscription w force index (primary)
         on w.member_id = r.member_id and w.kind = r.kind and w.target_id = r.target_id
       set w.caught_up_at = null
       where w.caught_up_at is not null and not ${stillCovers(kind)}`,
      { rows },
    );
  }
}

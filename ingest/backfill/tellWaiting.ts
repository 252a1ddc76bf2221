import type { Database } from '../../db/database.ts';
import { asId } from '../linking/named.ts';
import type { StoredBook } from './storedBook.ts';

const LINKS = {
  CONTRIBUTOR: `book_contributor l on l.book_id = ${asId('n.book_id')}
   straight_join contributor a on a.joined_to = l.contributor_id`,
  SERIES: `book_series l on l.book_id = ${asId('n.book_id')}
   straight_join series a on a.joined_to = l.series_id`,
};

/**
 * Has the books of a contributor or a series gone through anew for whoever waits for one of these and
 * does not have the book yet: the next minute's run does so.
 */
export async function tellWaiting(database: Database, books: StoredBook[]): Promise<void> {
  for (const kind of ['CONTRIBUTOR', 'SERIES'] as const) {
    await database.execute(
      `update json_table(:rows, '$[*]' columns (book_id varchar(120) path '$')) n
       straight_join ${LINKS[kind]}
       straight_join standing_subscription w force index (standing_subscription_target)
         on w.kind = '${kind}' and w.target_id = a.id
       set w.caught_up_at = null
       where w.caught_up_at is not null and not exists (
         select 1 from subscription_reason r where r.member_id = w.member_id
           and r.book_id = l.book_id and r.kind = w.kind and r.target_id = w.target_id)`,
      { rows: JSON.stringify(books.map((book) => book.id)) },
    );
  }
}

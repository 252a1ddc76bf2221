import type { Database } from '../../db/database.ts';
import { asId } from '../linking/named.ts';
import type { StoredBook } from './storedBook.ts';

const LINKS = {
  CONTRIBUTOR: `book_contributor l on l.book_id = ${asId('n.book_id')}
   straight_join contributor a on a.joined_to = l.contributor_id`,
  SERIES: `book_series l on l.book_id = ${asId('n.book_id')}
   straight_join series a on a.joined_to = l.series_id`,
};

/** That the book of the reason `r` is still one of those that the standing subscription `w` is for. */
const HOLDS = {
  CONTRIBUTOR: `exists (select 1 from contributor a
     join book_contributor l on l.contributor_id = a.joined_to and l.book_id = r.book_id
     where a.id = r.target_id and json_contains(w.roles, json_quote(l.role)))`,
  SERIES: `exists (select 1 from series a
     join book_series l on l.series_id = a.joined_to and l.book_id = r.book_id
     where a.id = r.target_id)`,
};

/**
 * Has the books of a contributor or a series gone through anew for whoever waits for one of these and
 * does not have the book yet, or has it although it is none of theirs any more: the next minute's run
 * does so.
 */
export async function tellWaiting(database: Database, books: StoredBook[]): Promise<void> {
  const rows = JSON.stringify(books.map((book) => book.id));
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
      { rows },
    );
    await database.execute(
      `update json_table(:rows, '$[*]' columns (book_id varchar(120) path '$')) n
       straight_join subscription_reason r force index (subscription_reason_book)
         on r.book_id = ${asId('n.book_id')} and r.kind = '${kind}'
       straight_join standing_subscription w force index (primary)
         on w.member_id = r.member_id and w.kind = r.kind and w.target_id = r.target_id
       set w.caught_up_at = null
       where w.caught_up_at is not null and not ${HOLDS[kind]}`,
      { rows },
    );
  }
}

import type { Database } from '../../../db/database.ts';
import { joinShownTarget, SHOWN_ID, SHOWN_NAME } from '../../../db/sql/shownTarget.ts';
import type { ReasonKind } from '../../../domain/waiting/kinds.ts';
import { HOLDS, JOIN_STANDING } from './standingReason.ts';

/** Why a member is subscribed to a book. */
export interface Reason {
  kind: ReasonKind;
  /**
   * The current id of the contributor or the series; the book's id if they asked for the book
   * itself.
   */
  id: string;
  /** The name of the contributor or the series; empty for the book itself. */
  name: string;
}

// A mail has at most 100 books: with this many reasons each, the answer stays far below the Data
// API's 1 MiB, whatever the names.
const REASONS_PER_BOOK = 8;
const LETTERS_PER_NAME = 100;

const BOOKS = `json_table(:books, '$[*]' columns (
        id varchar(120) character set ascii path '$'
      )) as own`;

// Joined names are one reason, under the name that the site shows.
const REASONS = `
  select book_id, kind, id, left(name, ${LETTERS_PER_NAME}) as name
  from (
    select found.*, row_number() over (partition by book_id order by kind, name, id) as place
    from (
      select distinct k.book_id, 'BOOK' as kind, k.book_id as id, '' as name
      from ${BOOKS}
      straight_join consent k on k.member_id = :memberId and k.book_id = own.id collate ascii_bin
        and k.withdrawn_at is null
      union all
      select distinct r.book_id, r.kind, ${SHOWN_ID}, ${SHOWN_NAME}
      from ${BOOKS}
      straight_join subscription_reason r
        on r.member_id = :memberId and r.book_id = own.id collate ascii_bin
      ${JOIN_STANDING}
      ${joinShownTarget('r')}
      where ${SHOWN_ID} is not null and ${HOLDS}
    ) as found
  ) as placed
  where place <= ${REASONS_PER_BOOK}
  order by book_id, place`;

type ReasonRow = { book_id: string; kind: Reason['kind']; id: string; name: string };

/**
 * Returns why the member of a mail is told of each of its books, by book id: the reasons that are
 * still valid, the book itself first. Omits books to which they are no longer subscribed; returns
 * at most the first eight reasons of a book.
 */
export async function readReasons(
  database: Database,
  { memberId, notes }: { memberId: string; notes: { bookId: string }[] },
): Promise<Map<string, Reason[]>> {
  const books = [...new Set(notes.map(({ bookId }) => bookId))];
  const rows = await database.query<ReasonRow>(REASONS, {
    memberId,
    books: JSON.stringify(books),
  });
  const byBook = Map.groupBy(rows, (row) => row.book_id);
  return new Map(
    [...byBook].map(([bookId, own]) => [
      bookId,
      own.map(({ kind, id, name }) => ({ kind, id, name })),
    ]),
  );
}

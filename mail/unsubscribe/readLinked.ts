import type { Database } from '../../db/database.ts';
import type { Language } from '../language.ts';
import type { LinkTarget } from '../links/linkToken.ts';

/** The book that a link is about. */
export interface LinkedBook {
  id: string;
  /** With its volume. */
  title: string;
  /** The first of those who made it; null where the feed names nobody. */
  author: string | null;
  publisher: string | null;
}

/** What the page may say of what a link is about. */
export interface Linked {
  /** Null for a link about all mails, and when the book is gone. */
  book: LinkedBook | null;
  /** What the member has chosen; null for who has chosen none. */
  language: Language | null;
}

type Row = { [name in keyof LinkedBook]: string | null } & { language: Language | null };

/** Reads them in one statement. */
export async function readLinked(database: Database, target: LinkTarget): Promise<Linked> {
  const [row] = await database.query<Row>(
    `select b.id, concat_ws(' ', b.title, nullif(b.volume, '')) as title,
       json_unquote(json_extract(b.contributors, '$[0].name')) as author, b.publisher, m.language
     from (select 1 as asked) as page
     left join book b on b.id = :bookId
     left join member_setting m on m.member_id = :memberId`,
    { memberId: target.memberId, bookId: target.bookId ?? '' },
  );
  return { book: row === undefined ? null : toBook(row), language: row?.language ?? null };
}

function toBook({ id, title, author, publisher }: Row): LinkedBook | null {
  return id === null || title === null ? null : { id, title, author, publisher };
}

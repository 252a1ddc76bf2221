import type { Database } from '../../db/database.ts';
import type { Language } from '../language.ts';
import type { LinkTarget } from '../links/linkToken.ts';

/** What the page may say of what a link is about. */
export interface Linked {
  /** The book's title with its volume; null for a link about all mails, and when the book is gone. */
  title: string | null;
  /** What the member has chosen; null for who has chosen none. */
  language: Language | null;
}

/** Reads them in one statement. */
export async function readLinked(database: Database, target: LinkTarget): Promise<Linked> {
  const [row] = await database.query<{ title: string | null; language: Language | null }>(
    `select (select concat_ws(' ', b.title, nullif(b.volume, '')) from book b
         where b.id = :bookId) as title,
       (select m.language from member_setting m where m.member_id = :memberId) as language`,
    { memberId: target.memberId, bookId: target.bookId ?? '' },
  );
  return { title: row?.title ?? null, language: row?.language ?? null };
}

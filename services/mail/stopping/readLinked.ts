import type { Database } from '../../../db/database.ts';
import { CATALOGUE } from '../../../db/sql/catalogue.ts';
import { FULL_TITLE } from '../../../db/sql/fullTitle.ts';
import type { Language } from '../../../domain/language/language.ts';
import type { CatalogueKind } from '../../../domain/waiting/kinds.ts';
import type { BookTarget, LinkTarget, StandingTarget } from '../links/linkToken.ts';

/** The book of a link. */
export interface LinkedBook {
  id: string;
  /** Includes the volume. */
  title: string;
  /** The first contributor; null if the feed names none. */
  author: string | null;
  publisher: string | null;
}

/** The contributor or series of a link, after joins. */
export interface LinkedStanding {
  kind: CatalogueKind;
  id: string;
  name: string;
}

/** What the page may say about a link's target. */
export interface Linked {
  /** Null if the link is not about a book or the book is gone. */
  book: LinkedBook | null;
  /** Null if the link is not about a contributor or series, or it is gone. */
  standing: LinkedStanding | null;
  /** The member's choice; null if they have not chosen. */
  language: Language | null;
}

/** Reads them in one statement. */
export function readLinked(database: Database, target: LinkTarget): Promise<Linked> {
  return 'kind' in target ? readStanding(database, target) : readBook(database, target);
}

type BookRow = { [name in keyof LinkedBook]: string | null } & { language: Language | null };

async function readBook(database: Database, target: BookTarget): Promise<Linked> {
  const [row] = await database.query<BookRow>(
    `select b.id, ${FULL_TITLE} as title,
       json_unquote(json_extract(b.contributors, '$[0].name')) as author, b.publisher, m.language
     from (select 1 as asked) as page
     left join book b on b.id = :bookId
     left join member_setting m on m.member_id = :memberId`,
    { memberId: target.memberId, bookId: target.bookId ?? '' },
  );
  return {
    book: row === undefined ? null : toBook(row),
    standing: null,
    language: row?.language ?? null,
  };
}

function toBook({ id, title, author, publisher }: BookRow): LinkedBook | null {
  return id === null || title === null ? null : { id, title, author, publisher };
}

type StandingRow = { id: string | null; name: string | null; language: Language | null };

/** Joined names appear as on the site: under the name that they were joined to. */
async function readStanding(
  database: Database,
  { memberId, kind, targetId }: StandingTarget,
): Promise<Linked> {
  const [row] = await database.query<StandingRow>(
    `select shown.id, shown.name, m.language
     from (select 1 as asked) as page
     left join ${CATALOGUE[kind].table} stated on stated.id = :targetId
     left join ${CATALOGUE[kind].table} shown on shown.id = stated.joined_to
     left join member_setting m on m.member_id = :memberId`,
    { memberId, targetId },
  );
  const { id = null, name = null, language = null } = row ?? {};
  return {
    book: null,
    standing: id === null || name === null ? null : { kind, id, name },
    language,
  };
}

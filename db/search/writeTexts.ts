import type { Database, Value } from '../database.ts';
import { IS_UPCOMING } from '../sql/upcoming.ts';
import { listBooks, type SomeBooks, unlistBooks, writePostings } from './listBooks.ts';
import { MOST_CHARACTERS, releaseRank } from './postings.ts';

/** The search texts of books: SQL that names a source `s`, and their columns in it. */
export interface Texts {
  from: string;
  where: string;
  bookId: string;
  text: string;
  values: { [name: string]: Value };
  /** The version of the folding. */
  folding: number;
}

/** Writes the texts of books without one, and their postings if they can be listed. */
export async function addTexts(database: Database, texts: Texts): Promise<void> {
  const { from, where, bookId, text, values, folding } = texts;
  const [newest] = await database.query<{ number: number }>(
    'select coalesce(max(number), 0) as number from book_text',
  );
  const added = await database.execute(
    `insert into book_text (book_id, folding, release_rank, folded)
     select b.id, :folding, case when ${IS_UPCOMING} then ${releaseRank('b')} end,
       left(${text}, ${MOST_CHARACTERS})
     from ${from}
     straight_join book b on b.id = ${bookId}
     left join book_text t on t.book_id = b.id
     where ${where} and t.number is null and ${text} is not null
     on duplicate key update book_id = book_text.book_id`,
    { ...values, folding },
  );
  if (added === 0) return;
  await writePostings(database, {
    from: `${from}
     straight_join book_text t on t.book_id = ${bookId} and t.number > :newest`,
    where: `${where} and t.release_rank is not null`,
    values: { ...values, newest: newest?.number ?? 0 },
  });
}

/** Updates the existing texts and postings of books to match `texts` and the books. */
export async function renewTexts(database: Database, texts: Texts): Promise<void> {
  const { from, where, bookId, text, values, folding } = texts;
  const books: SomeBooks = {
    from: `${from}
     straight_join book b on b.id = ${bookId}
     straight_join book_text t on t.book_id = b.id`,
    where,
    values,
  };
  // A row without the whole content of its book has no text.
  const differs = `t.folded <> left(coalesce(${text}, t.folded), ${MOST_CHARACTERS})`;
  await unlistBooks(database, books, differs);
  await database.execute(
    `update ${books.from}
     set t.folded = left(${text}, ${MOST_CHARACTERS}), t.folding = :folding
     where ${where} and ${text} is not null and (${differs} or t.folding <> :folding)`,
    { ...values, folding },
  );
  await listBooks(database, books);
}

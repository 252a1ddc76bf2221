import { gramAt, isPosted } from '../../domain/text/gramAt.ts';
import type { Database, Value } from '../database.ts';
import { IS_UPCOMING } from '../sql/upcoming.ts';
import { releaseRank } from './postings.ts';

/** A set of books with texts: SQL that names `book b` and `book_text t`, and its bound values. */
export interface SomeBooks {
  from: string;
  where: string;
  values: { [name: string]: Value };
}

const RANK = releaseRank('b');

/**
 * Deletes outdated postings of the books: those of books that can no longer be listed, have another
 * date, or, where `differs` is true, another text.
 */
export async function unlistBooks(
  database: Database,
  { from, where, values }: SomeBooks,
  differs = 'false',
): Promise<void> {
  const standsWrong = `${where} and t.release_rank is not null
  and (not ${IS_UPCOMING} or t.release_rank <> ${RANK} or ${differs})`;
  await database.execute(
    `delete g from ${from}
     straight_join text_place p on p.place <= char_length(t.folded)
     straight_join book_gram g on g.gram = ${gramAt('t.folded', 'p.place')}
       and g.release_rank = t.release_rank and g.number = t.number
     where ${standsWrong} and ${isPosted('t.folded', 'p.place')}`,
    values,
  );
  await database.execute(`update ${from} set t.release_rank = null where ${standsWrong}`, values);
}

/** Writes the missing postings of books that can be listed. */
export async function listBooks(database: Database, books: SomeBooks): Promise<void> {
  const { from, values } = books;
  const where = `${books.where} and t.release_rank is null and ${IS_UPCOMING}`;
  await writePostings(database, { from, where, values }, RANK);
  await database.execute(`update ${from} set t.release_rank = ${RANK} where ${where}`, values);
}

/**
 * Writes the postings of the books in the order of their table. A pair that occurs twice in a text
 * is stored once: both engines skip the duplicate faster than they would remove it beforehand.
 */
export async function writePostings(
  database: Database,
  { from, where, values }: SomeBooks,
  rank = 't.release_rank',
): Promise<void> {
  await database.execute(
    `insert ignore into book_gram (gram, release_rank, number)
     select ${gramAt('t.folded', 'p.place')} as gram, ${rank} as release_rank, t.number
     from ${from}
     straight_join text_place p on p.place <= char_length(t.folded)
     where ${where} and ${isPosted('t.folded', 'p.place')}
     order by gram, release_rank, number`,
    values,
  );
}

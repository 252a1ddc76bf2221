import type { Connection, RowDataPacket } from 'mysql2/promise';
import { foldWords } from '../../../domain/text/foldWords.ts';

/** Scans the folded texts in the list's order until a page is full. */
export async function scan(
  connection: Connection,
  term: string,
): Promise<{ ms: number; ids: string[] }> {
  const words = foldWords(term.normalize('NFKC'));
  const begun = performance.now();
  const [rows] = await connection.query<RowDataPacket[]>(
    `select t.book_id from book_text t force index (book_text_listed)
     where t.release_rank is not null ${words.map(() => "and t.folded like ? escape '!'").join(' ')}
     order by t.release_rank, t.number limit 20`,
    words.map((word) => `%${word.replace(/[!%_]/g, '!$&')}%`),
  );
  return { ms: performance.now() - begun, ids: rows.map(({ book_id }) => String(book_id)) };
}

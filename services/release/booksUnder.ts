import type { SomeBooks } from '../../db/search/listBooks.ts';
import { chunk } from '../lib/chunk.ts';

/** Some 100 postings each; one statement writes them well within the Data API's 45 seconds. */
const ISBNS_AT_ONCE = 500;

/**
 * The books with these ISBNs, in groups of some hundreds, in the form that the search index takes.
 */
export function booksUnder(isbns: string[]): SomeBooks[] {
  return chunk(isbns, ISBNS_AT_ONCE).map((some) => ({
    from: `json_table(:isbns, '$[*]' columns (
         isbn varchar(13) character set ascii path '$'
       )) as i
       straight_join book b force index (book_isbn) on b.isbn = i.isbn collate ascii_bin
       straight_join book_text t on t.book_id = b.id`,
    where: 'true',
    values: { isbns: JSON.stringify(some) },
  }));
}

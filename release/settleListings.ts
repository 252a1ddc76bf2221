import type { Database } from '../db/database.ts';
import { listBooks, type SomeBooks, unlistBooks } from '../db/search/listBooks.ts';

/**
 * Takes the books under these ISBNs out of what upcoming books are found by when they are on sale, and
 * puts them back when they are to come again.
 */
export async function settleListings(database: Database, isbns: string[]): Promise<void> {
  const books: SomeBooks = {
    from: `json_table(:isbns, '$[*]' columns (
       isbn varchar(13) character set ascii path '$'
     )) as i
     straight_join book b force index (book_isbn) on b.isbn = i.isbn collate ascii_bin
     straight_join book_text t on t.book_id = b.id`,
    where: 'true',
    values: { isbns: JSON.stringify(isbns) },
  };
  await unlistBooks(database, books);
  await listBooks(database, books);
}

import { noteRecount } from '../../db/catalogue/noteRecount.ts';
import type { Database } from '../../db/database.ts';
import { listBooks } from '../../db/search/listBooks.ts';
import { booksUnder } from './booksUnder.ts';
import { WATCHED_SINCE } from './watch.ts';

const TAKE_BACK = `
  update json_table(:isbns, '$[*]' columns (
    isbn varchar(13) character set ascii path '$'
  )) as g
  straight_join book b force index (book_isbn) on b.isbn = g.isbn collate ascii_bin
  set b.status = 'UPCOMING', b.on_sale_at = null, b.product_url = null,
    b.updated_at = utc_timestamp(6)
  where b.status = 'ON_SALE' and b.on_sale_event_at > ${WATCHED_SINCE}`;

/**
 * Makes the watched books with these ISBNs upcoming again; returns how many. The log has no event
 * for it, and their ON_SALE events remain: see docs/adr/0015-withdrawn-books.md.
 */
export async function recordWithdrawn(database: Database, isbns: string[]): Promise<number> {
  return database.transaction(async (transaction) => {
    const withdrawn = await transaction.execute(TAKE_BACK, { isbns: JSON.stringify(isbns) });
    for (const books of booksUnder(isbns)) {
      await listBooks(transaction, books);
      await noteRecount(transaction, { ...books, bookId: 'b.id' });
    }
    return withdrawn;
  });
}

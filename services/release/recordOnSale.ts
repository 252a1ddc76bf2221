import { noteRecount } from '../../db/catalogue/noteRecount.ts';
import type { Database } from '../../db/database.ts';
import { unlistBooks } from '../../db/search/listBooks.ts';
import type { Sold } from './askShop.ts';
import { booksUnder } from './booksUnder.ts';
import { WATCHED_SINCE } from './watch.ts';

// The index is forced: with statistics older than a large ingest run, the optimizer compares every
// book with every title (measured: 15 s instead of 20 ms).
const MARK_BOOKS = `
  update json_table(:sold, '$[*]' columns (
    isbn varchar(13) character set ascii path '$.isbn',
    on_sale_at datetime(6) path '$.onSaleAt',
    product_url varchar(2000) path '$.productUrl'
  )) as s
  straight_join book b force index (book_isbn) on b.isbn = s.isbn collate ascii_bin
  set b.status = 'ON_SALE',
      b.on_sale_at = s.on_sale_at,
      b.product_url = s.product_url,
      b.on_sale_event_at = case
        when b.on_sale_event_at > ${WATCHED_SINCE} then b.on_sale_event_at
        else utc_timestamp(6) end,
      b.updated_at = utc_timestamp(6)
  where b.status <> 'ON_SALE'`;

const LOCK_COUNTER = `select last_seq from book_event_counter where id = 1 for update`;

// The time is taken once every lock is held: a member who subscribes while this waits for a merge
// has not seen that the book is on sale. An event is due only if the log has none since the book's
// own sale time, so a volume that has long been on sale is not announced again because another one
// with its ISBN is.
const ADD_EVENTS = `
  insert into book_event (seq, book_id, kind, occurred_at, event_key)
  select :last + row_number() over (order by n.on_sale_at, n.id), n.id, 'ON_SALE',
    utc_timestamp(6),
    concat('ON_SALE:', n.id, case when n.earlier = 0 then '' else concat(':', n.earlier + 1) end)
  from (
    select b.id, b.on_sale_at, (
        select count(*) from book_event e where e.book_id = b.id and e.kind = 'ON_SALE'
      ) as earlier
    from json_table(:sold, '$[*]' columns (
      isbn varchar(13) character set ascii path '$.isbn'
    )) as s
    straight_join book b force index (book_isbn) on b.isbn = s.isbn collate ascii_bin
    where b.status = 'ON_SALE' and b.on_sale_event_at is not null and not exists (
      select 1 from book_event e
      where e.book_id = b.id and e.kind = 'ON_SALE' and e.occurred_at >= b.on_sale_event_at
    )
  ) as n`;

// Read from the log rather than from the insert's row count: if that response is lost, the client
// retries and sees a count of zero. A counter that lags behind would stop every writer.
const ADVANCE_COUNTER = `
  update book_event_counter
  set last_seq = greatest(last_seq, (select coalesce(max(seq), 0) from book_event))
  where id = 1`;

/**
 * Marks every book with these ISBNs as on sale and writes one `ON_SALE` event for each, in one
 * transaction; none for a book that went on sale within the last thirty days and was withdrawn
 * since. Returns how many events were written; a second run writes none.
 *
 * The counter's row stays locked until the commit, so events become visible in the order of their
 * seq. Books are locked before the counter, as in every writer of events.
 */
export async function recordOnSale(database: Database, sold: Sold[]): Promise<number> {
  const values = { sold: JSON.stringify(sold) };
  return database.transaction(async (transaction) => {
    await transaction.execute(MARK_BOOKS, values);
    for (const books of booksUnder(sold.map(({ isbn }) => isbn))) {
      await unlistBooks(transaction, books);
      await noteRecount(transaction, { ...books, bookId: 'b.id' });
    }
    const [counter] = await transaction.query<{ last_seq: number }>(LOCK_COUNTER);
    if (counter === undefined) throw new Error('book_event_counter has no row, expected id 1');
    const added = await transaction.execute(ADD_EVENTS, { ...values, last: counter.last_seq });
    await transaction.execute(ADVANCE_COUNTER);
    return added;
  });
}

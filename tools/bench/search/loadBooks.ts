import type { Connection } from 'mysql2/promise';
import { FOLDING } from '../../../domain/text/folding.ts';
import { searchText } from '../../../services/ingest/book/searchText.ts';
import type { InventedBook, Inventor } from './inventBook.ts';

const AT_ONCE = 2_000;

/** Inserts books and their texts. Returns the time that folding took, in seconds. */
export async function loadInventedBooks(
  connection: Connection,
  { invent }: Inventor,
  count: number,
): Promise<number> {
  let folding = 0;
  for (let first = 0; first < count; first += AT_ONCE) {
    const books = Array.from({ length: Math.min(AT_ONCE, count - first) }, (_, index) =>
      invent(first + index),
    );
    const begun = performance.now();
    const texts = books.map((book) => searchText(book));
    folding += performance.now() - begun;
    await connection.query(
      `insert into book (id, profile, record_key, isbn, title, subtitle, title_reading, volume, contributors, series,
         publisher, price, release_precision, release_text, release_order, status, content_hash, run_id, created_at,
         updated_at) values ?`,
      [books.map(toRow)],
    );
    await connection.query(
      'insert into book_text (book_id, folding, folded, release_rank) values ?',
      [books.map(({ id }, index) => [id, FOLDING, texts[index], 0])],
    );
  }
  return folding / 1000;
}

function toRow(book: InventedBook): unknown[] {
  return [
    book.id,
    'bench',
    book.id,
    book.isbn,
    book.title,
    book.subtitle,
    book.titleReading,
    book.volume,
    JSON.stringify(book.contributors),
    JSON.stringify(book.series),
    book.publisher,
    1500,
    'DAY',
    '未定',
    book.releaseOrder,
    'UPCOMING',
    '0'.repeat(64),
    'bench',
    book.createdAt,
    book.createdAt,
  ];
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from 'mysql2/promise';
import { splitStatements } from '../../../db/splitStatements.ts';
import { prepareOwnDatabase } from '../../../local/services/database/prepareDatabases.ts';
import { root } from '../../root.ts';
import { owner } from '../data-api/cluster.ts';
import { insertBooks, makeBook } from '../lib/books.ts';
import { numbersTo } from '../lib/numbersTo.ts';

export const shopDatabase = 'bench_shop';

export interface Sizes {
  /** The number of upcoming books. */
  upcoming: number;
  /** The number of books that went on sale recently, all of which the shop sells. */
  watched: number;
  /**
   * The number of titles in the shop's master, including the watched but none of the upcoming ones.
   */
  master: number;
}

/** Fills our empty, selected database and creates the shop's beside it. */
export async function prepareWorld(direct: Connection, sizes: Sizes): Promise<void> {
  const { upcoming, watched, master } = sizes;
  await insertBooks(direct, upcoming + watched);
  await direct.query(
    `update book set status = 'ON_SALE', on_sale_event_at = utc_timestamp(6) where isbn >= ?`,
    [isbnOf(upcoming)],
  );
  await prepareOwnDatabase(direct, shopDatabase, owner);
  await direct.query('use ??', [shopDatabase]);
  for (const file of ['sample.sql', 'views.sql']) {
    const sql = readFileSync(join(root, 'db/shop', file), 'utf8');
    for (const statement of splitStatements(sql)) await direct.query(statement);
  }
  await direct.query(
    `insert into products (isbn13, sale_flag, sale_start, page_url)
     select ? + seq - 1, 1, '2026-01-01', concat('https://shop.example/products/', ? + seq - 1)
     from ${numbersTo(master)}`,
    [isbnOf(upcoming), isbnOf(upcoming)],
  );
  await direct.query('analyze table products');
  await direct.query('use bench');
  await direct.query('analyze table book');
}

/** Makes the shop sell the first upcoming titles, not yet detected. */
export async function sellFirst(direct: Connection, count: number): Promise<void> {
  const isbns = Array.from({ length: count }, (_, number) => isbnOf(number));
  await direct.query('delete from book_event');
  await direct.query('update book_event_counter set last_seq = 0');
  await direct.query(
    `update book set status = 'UPCOMING', on_sale_at = null, on_sale_event_at = null
     where isbn in (?)`,
    [isbns],
  );
  await direct.query(
    `insert ignore into ${shopDatabase}.products (isbn13, sale_flag, sale_start, page_url)
     values ?`,
    [isbns.map((isbn) => [isbn, 1, '2026-01-01', `https://shop.example/products/${isbn}`])],
  );
}

function isbnOf(number: number): string {
  return String(makeBook(number).isbn);
}

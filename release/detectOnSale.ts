import type { Database } from '../db/database.ts';
import { findSold } from './findSold.ts';
import { recordOnSale } from './recordOnSale.ts';

export interface DetectPorts {
  database: Database;
  shop: Database;
  clock: () => Date;
}

// 5,000 ISBNs in both forms are 150 KB of parameter; 20,000 upcoming titles are four questions.
const ISBNS_PER_QUESTION = 5_000;

const NOT_ON_SALE = ['UPCOMING', 'UNCONFIRMED', 'CANCELLED']
  .map(
    (status) => `(
      select distinct isbn from book
      where status = '${status}' and isbn > :after order by isbn limit ${ISBNS_PER_QUESTION}
    )`,
  )
  .join(' union ');

/**
 * Finds the books that the shop has begun to sell and records them; gives how many.
 *
 * It asks for every title that is not on sale here, each time: a row may appear in the shop's
 * master late, with a time long past, so that no "since the last pass" would find it.
 */
export async function detectOnSale({ database, shop, clock }: DetectPorts): Promise<number> {
  let onSale = 0;
  let after = '';
  for (;;) {
    const rows = await database.query<{ isbn: string }>(
      `select isbn from (${NOT_ON_SALE}) as books order by isbn limit ${ISBNS_PER_QUESTION}`,
      { after },
    );
    onSale += await recordSold(
      { database, shop, clock },
      rows.map((row) => row.isbn),
    );
    const last = rows.at(-1);
    if (last === undefined || rows.length < ISBNS_PER_QUESTION) return onSale;
    after = last.isbn;
  }
}

async function recordSold(ports: DetectPorts, isbns: string[]): Promise<number> {
  let onSale = 0;
  let asked = isbns;
  while (asked.length > 0) {
    const { sold, cutShort } = await findSold(ports.shop, asked, ports.clock());
    if (sold.length > 0) onSale += await recordOnSale(ports.database, sold);
    if (!cutShort) break;
    const found = new Set(sold.map((title) => title.isbn));
    asked = asked.filter((isbn) => !found.has(isbn));
  }
  return onSale;
}

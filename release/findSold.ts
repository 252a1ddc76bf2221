import type { Database } from '../db/database.ts';
import { isbnForms } from './isbnForms.ts';
import { log } from './log.ts';

/** A title that the shop sells. */
export interface Sold {
  isbn: string;
  /** UTC, as the database words it. */
  onSaleAt: string;
  /** Null when the shop gave no address that a browser can open. */
  productUrl: string | null;
}

// Data API answers end at 1 MiB: 400 rows hold even if every address is 2,000 characters long.
const MOST_ANSWERS = 400;

// An ISBN is ASCII, and an ASCII column takes on the collation of whatever column the shop keeps it
// in, so that the shop's own index serves.
const SOLD = `
  select wanted.isbn as listed, b.on_sale_at, b.product_url
  from json_table(:isbns, '$[*]' columns (
    isbn varchar(13) character set ascii path '$'
  )) as wanted
  straight_join shop_book b on b.isbn = wanted.isbn
  where b.on_sale_at is null or b.on_sale_at <= :now
  limit ${MOST_ANSWERS}`;

/**
 * Which of these ISBNs (thirteen digits) the shop sells now, and whether the answer was cut short:
 * then there may be more, and the same question without the ones found tells which.
 *
 * A title that is listed without a time is sold, and counts from now.
 */
export async function findSold(
  shop: Database,
  isbns: string[],
  now: Date,
): Promise<{ sold: Sold[]; cutShort: boolean }> {
  const isbn13 = new Map(isbns.flatMap((isbn) => isbnForms(isbn).map((form) => [form, isbn])));
  const rows = await shop.query<Listing>(SOLD, { isbns: JSON.stringify([...isbn13.keys()]), now });

  const sold = new Map<string, Sold>();
  for (const row of rows) {
    const isbn = isbn13.get(row.listed);
    if (isbn === undefined) throw new Error(`The shop answered for an ISBN that was not asked for`);
    const found = {
      isbn,
      onSaleAt: row.on_sale_at ?? toSqlTime(now),
      productUrl: readAddress(row.product_url, isbn),
    };
    const before = sold.get(isbn);
    if (before === undefined || found.onSaleAt < before.onSaleAt) sold.set(isbn, found);
  }
  return { sold: [...sold.values()], cutShort: rows.length === MOST_ANSWERS };
}

type Listing = { listed: string; on_sale_at: string | null; product_url: string | null };

function toSqlTime(time: Date): string {
  return time.toISOString().replace('T', ' ').replace('Z', '');
}

// One bad address must not keep the other books of a pass from going on sale.
function readAddress(text: string | null, isbn: string): string | null {
  const isUsable =
    text !== null &&
    text.length <= 2000 &&
    URL.canParse(text) &&
    ['https:', 'http:'].includes(new URL(text).protocol);
  if (!isUsable && text !== null) {
    log.warn('The shop lists a title with an address that no browser can open', { isbn });
  }
  return isUsable ? text : null;
}

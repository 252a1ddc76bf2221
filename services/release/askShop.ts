import type { Database } from '../../db/database.ts';
import { writeTime } from '../../db/time.ts';
import { toIsbn10 } from '../../domain/isbn/isbn10.ts';
import { log } from '../lib/log.ts';
import { ShopUnanswered } from './ShopUnanswered.ts';

/** A title to ask the shop about. */
export interface Title {
  /** Thirteen digits. */
  isbn: string;
  /**
   * True for a title that is on sale here: has the shop stopped selling it? False otherwise: is it
   * sold now?
   */
  isWatched: boolean;
}

/** A title that the shop sells. */
export interface Sold {
  isbn: string;
  /** UTC, as the database formats it. */
  onSaleAt: string;
  /** Null if the shop gave no address that a browser can open. */
  productUrl: string | null;
}

/** Differences between the shop and this service. */
export interface Changes {
  /** Titles not on sale here that the shop sells, each once. */
  sold: Sold[];
  /** ISBNs of watched titles that the shop no longer sells. */
  gone: string[];
  /** There may be more: ask again without the ones that were found. */
  isCutShort: boolean;
}

/** 50,000 titles in both forms are a 2 MB parameter, of the 4 MB that a request may have. */
export const TITLES_PER_QUESTION = 50_000;

// Data API responses end at 1 MiB: 400 rows fit even if every address has 2,000 bytes.
const MOST_ANSWERS = 400;

// An ISBN is ASCII, and an ASCII column takes on the collation of whatever column the shop compares
// it with, so the shop's own index is used. An address that is too long comes back empty, which no
// browser can open either.
const ASK = `
  select t.isbn, coalesce(thirteen.isbn, ten.isbn) as listed,
    case when thirteen.isbn is null then ten.on_sale_at else thirteen.on_sale_at end as on_sale_at,
    case
      when length(case when thirteen.isbn is null then ten.product_url
        else thirteen.product_url end) > 2000 then ''
      when thirteen.isbn is null then ten.product_url
      else thirteen.product_url end as product_url
  from json_table(:titles, '$[*]' columns (
    isbn varchar(13) character set ascii path '$[0]',
    isbn10 varchar(10) character set ascii path '$[1]',
    is_watched tinyint path '$[2]'
  )) as t
  left join shop_book thirteen on thirteen.isbn = t.isbn
    and (thirteen.on_sale_at is null or thirteen.on_sale_at <= :now)
  left join shop_book ten on ten.isbn = t.isbn10
    and (ten.on_sale_at is null or ten.on_sale_at <= :now)
  where (t.is_watched = 0 and (thirteen.isbn is not null or ten.isbn is not null))
    or (t.is_watched = 1 and thirteen.isbn is null and ten.isbn is null)
  limit ${MOST_ANSWERS}`;

/**
 * Compares titles with the shop in one statement, which reads by index only the rows of titles that
 * the shop sells.
 *
 * A title listed without a time is on sale, counting from now; one listed for a future time is not.
 * A shop may list a title under its ten digits.
 *
 * @throws {ShopUnanswered} if the shop's database does not respond or refuses.
 */
export async function askShop(shop: Database, titles: Title[], now: Date): Promise<Changes> {
  const rows = await shop
    .query<Listing>(ASK, { titles: toJson(titles), now })
    .catch((error: unknown) => {
      throw new ShopUnanswered(error);
    });
  const sold = new Map<string, Sold>();
  const gone: string[] = [];
  for (const row of rows) {
    if (row.listed === null) gone.push(row.isbn);
    else keepEarliest(sold, toSold(row, now));
  }
  return { sold: [...sold.values()], gone, isCutShort: rows.length === MOST_ANSWERS };
}

type Listing = {
  isbn: string;
  listed: string | null;
  on_sale_at: string | null;
  product_url: string | null;
};

function toJson(titles: Title[]): string {
  return JSON.stringify(
    titles.map(({ isbn, isWatched }) => [isbn, toIsbn10(isbn), isWatched ? 1 : 0]),
  );
}

function keepEarliest(sold: Map<string, Sold>, found: Sold): void {
  const before = sold.get(found.isbn);
  if (before === undefined || found.onSaleAt < before.onSaleAt) sold.set(found.isbn, found);
}

function toSold({ isbn, on_sale_at, product_url }: Listing, now: Date): Sold {
  return {
    isbn,
    onSaleAt: on_sale_at ?? writeTime(now),
    productUrl: readAddress(product_url, isbn),
  };
}

// One bad address must not keep the other books of a run from going on sale.
function readAddress(text: string | null, isbn: string): string | null {
  if (text === null) return null;
  if (URL.canParse(text) && ['https:', 'http:'].includes(new URL(text).protocol)) return text;
  log.warn('The shop lists a title with an address that no browser can open', { isbn });
  return null;
}

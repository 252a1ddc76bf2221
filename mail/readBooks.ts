import { z } from 'zod';
import type { Database } from '../db/database.ts';
import { log } from './log.ts';
import type { ToldRelease } from './releaseChange.ts';

/** What a mail says of a book. */
export interface MailedBook {
  id: string;
  title: string;
  subtitle: string | null;
  volume: string | null;
  contributors: { name: string; roleText?: string | null | undefined }[];
  publisher: string | null;
  /** Yen. */
  priceWithTax: number | null;
  coverUrl: string | null;
  productUrl: string | null;
  /** How it stands now, whatever the log says of before. */
  status: 'UPCOMING' | 'ON_SALE' | 'CANCELLED' | 'UNCONFIRMED';
  release: ToldRelease;
}

// 100 books of up to 8 KB each stay below the 1 MiB of a Data API answer.
const BOOKS_PER_QUESTION = 100;

const BOOKS = `
  select b.id, b.title, b.subtitle, b.volume, b.contributors, b.publisher,
    b.price, b.price_with_tax, b.tax_rate, b.cover_url, b.product_url, b.status,
    date_format(b.release_earliest, '%Y-%m-%d') as release_earliest,
    date_format(b.release_latest, '%Y-%m-%d') as release_latest,
    b.release_precision, b.release_text
  from json_table(:ids, '$[*]' columns (
    id varchar(120) character set ascii path '$'
  )) as wanted
  straight_join book b on b.id = wanted.id collate ascii_bin`;

const contributors = z.array(z.object({ name: z.string(), roleText: z.string().nullish() }));

/** The books with these ids, by id. One that is written in no readable way is left out. */
export async function readBooks(
  database: Database,
  ids: string[],
): Promise<Map<string, MailedBook>> {
  const books = new Map<string, MailedBook>();
  for (let at = 0; at < ids.length; at += BOOKS_PER_QUESTION) {
    const some = ids.slice(at, at + BOOKS_PER_QUESTION);
    const rows = await database.query<BookRow>(BOOKS, { ids: JSON.stringify(some) });
    for (const row of rows) {
      try {
        books.set(row.id, toBook(row));
      } catch (error) {
        // The mails about it fail; those about other books must not.
        log.error('A book cannot be read', {
          book: row.id,
          error: error instanceof Error ? error : new Error(String(error)),
        });
      }
    }
  }
  return books;
}

type BookRow = {
  id: string;
  title: string;
  subtitle: string | null;
  volume: string | null;
  contributors: string;
  publisher: string | null;
  price: number | null;
  price_with_tax: number | null;
  tax_rate: number | null;
  cover_url: string | null;
  product_url: string | null;
  status: MailedBook['status'];
  release_earliest: string | null;
  release_latest: string | null;
  release_precision: string;
  release_text: string;
};

function toBook(row: BookRow): MailedBook {
  return {
    id: row.id,
    title: row.title,
    subtitle: row.subtitle,
    volume: row.volume,
    contributors: contributors.parse(JSON.parse(row.contributors)),
    publisher: row.publisher,
    priceWithTax: priceWithTax(row),
    coverUrl: row.cover_url,
    productUrl: row.product_url,
    status: row.status,
    release: {
      earliest: row.release_earliest,
      latest: row.release_latest,
      precision: row.release_precision,
      text: row.release_text,
    },
  };
}

/** What the feed states, else the price with tax rounded down, as shops print it. */
function priceWithTax({ price, price_with_tax: stated, tax_rate: rate }: BookRow): number | null {
  if (stated !== null || price === null) return stated;
  return Math.floor((price * (100 + (rate ?? 10))) / 100);
}

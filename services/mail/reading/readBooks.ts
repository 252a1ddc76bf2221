import { z } from 'zod';
import type { Database } from '../../../db/database.ts';
import type { BookStatus } from '../../../domain/book/statuses.ts';
import { priceWithTax } from '../../../domain/price/priceWithTax.ts';
import type { Release, ReleasePrecision } from '../../../domain/release/release.ts';
import { chunk } from '../../lib/chunk.ts';
import { log } from '../../lib/log.ts';

/** The data of a book in a mail. */
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
  /** The current state, whatever the log says about the past. */
  status: BookStatus;
  release: Release;
}

// Stays below the 1 MiB of a Data API answer if a book has 10 KB; one may have more.
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

/**
 * Reads the books with these ids, by id. Omits books that cannot be parsed or are too large for an
 * answer of the Data API.
 */
export async function readBooks(
  database: Database,
  ids: string[],
): Promise<Map<string, MailedBook>> {
  const books = new Map<string, MailedBook>();
  for (const some of chunk(ids, BOOKS_PER_QUESTION)) {
    for (const row of await readRows(database, some)) {
      try {
        books.set(row.id, toBook(row));
      } catch (error) {
        // Only the mails about this book should fail.
        log.error('A book cannot be parsed; its mails fail', { book: row.id, error });
      }
    }
  }
  return books;
}

/** Splits the request if the answer would be too large. */
async function readRows(database: Database, ids: string[]): Promise<BookRow[]> {
  try {
    return await database.query<BookRow>(BOOKS, { ids: JSON.stringify(ids) });
  } catch (error) {
    if (!isTooLarge(error)) throw error;
    if (ids.length === 1) {
      log.error('A book is too large to be read; its mails fail', { book: ids[0], error });
      return [];
    }
    const half = Math.ceil(ids.length / 2);
    return [
      ...(await readRows(database, ids.slice(0, half))),
      ...(await readRows(database, ids.slice(half))),
    ];
  }
}

// The SDK's model has a class for it, but the service was also seen to answer BadRequestException
// with "Database returned more than the allowed response size limit".
function isTooLarge(error: unknown): error is Error {
  return (
    error instanceof Error &&
    (error.name === 'UnsupportedResultException' || error.message.includes('response size limit'))
  );
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
  release_precision: ReleasePrecision;
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
    priceWithTax: priceWithTax({
      price: row.price,
      priceWithTax: row.price_with_tax,
      taxRate: row.tax_rate,
    }),
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

import { z } from 'zod';
import type { Database } from '../../db/database.ts';
import type { BookFacts } from '../../domain/book/toSchemaOrg.ts';
import { priceWithTax } from '../../domain/price/priceWithTax.ts';
import type { ReleasePrecision } from '../../domain/release/release.ts';

/** The public data of a book in a page's head. */
export interface PageBook extends BookFacts {
  id: string;
  /** Since when the shop sells it, in ISO 8601; null if it does not. */
  onSaleAt: string | null;
}

const BOOK = `
  select b.id, b.isbn, b.title, b.volume, b.edition, b.contributors, b.publisher, b.series,
    b.price, b.price_with_tax, b.tax_rate, b.cover_url, b.product_url, b.status, b.on_sale_at,
    date_format(b.release_earliest, '%Y-%m-%d') as release_earliest,
    date_format(b.release_latest, '%Y-%m-%d') as release_latest,
    b.release_precision, b.release_text
  from book b where b.id = :id`;

const text = z.string().nullable();
const row = z.object({
  id: z.string(),
  isbn: text,
  title: z.string(),
  volume: text,
  edition: text,
  contributors: z.string(),
  publisher: text,
  series: z.string(),
  price: z.number().nullable(),
  price_with_tax: z.number().nullable(),
  tax_rate: z.number().nullable(),
  cover_url: text,
  product_url: text,
  // The database has no other values.
  status: z.custom<BookFacts['status']>((value) => typeof value === 'string'),
  on_sale_at: text,
  release_earliest: text,
  release_latest: text,
  release_precision: z.custom<ReleasePrecision>((value) => typeof value === 'string'),
  release_text: z.string(),
});
const people = z.array(
  z.object({ name: z.string(), role: z.custom<BookFacts['contributors'][number]['role']>() }),
);
const series = z.array(z.object({ name: z.string(), number: z.string().nullish() }));

type BookRow = z.infer<typeof row>;

/** Returns the book with this id; null if there is none. */
export async function readBook(database: Database, id: string): Promise<PageBook | null> {
  const [found] = await database.query(BOOK, { id });
  return found === undefined ? null : toBook(row.parse(found));
}

function toBook(found: BookRow): PageBook {
  return {
    id: found.id,
    isbn: found.isbn,
    title: found.title,
    volume: found.volume,
    edition: found.edition,
    contributors: people.parse(JSON.parse(found.contributors)),
    publisher: found.publisher,
    series: series
      .parse(JSON.parse(found.series))
      .map(({ name, number }) => ({ name, number: number ?? null })),
    priceWithTax: priceWithTax({
      price: found.price,
      priceWithTax: found.price_with_tax,
      taxRate: found.tax_rate,
    }),
    coverUrl: found.cover_url,
    productUrl: found.product_url,
    status: found.status,
    onSaleAt: found.on_sale_at === null ? null : `${found.on_sale_at.replace(' ', 'T')}Z`,
    release: {
      earliest: found.release_earliest,
      latest: found.release_latest,
      precision: found.release_precision,
      text: found.release_text,
    },
  };
}

import type { Context } from '@aws-appsync/utils';
import { priceWithTax } from '../../../domain/price/priceWithTax.ts';
import type {
  Book,
  BookStatus,
  ReleasePrecision,
  SeriesStatement,
} from '../../generated/schema.ts';
import { memberId } from '../request/identity.ts';
import { readSelection, type Selection } from '../request/selection.ts';
import type { Row } from '../sql/rows.ts';
import { instant, json, number, text, truth } from '../sql/values.ts';
import {
  asksContributors,
  CONTRIBUTOR_LINKS,
  SERIES_PLACE,
  toContributors,
  toSeriesPlace,
} from './bookLinks.ts';

/** The columns that each field of a book needs, with `b` for the table. */
const COLUMNS: { [field: string]: string[] } = {
  isbn: ['b.isbn'],
  title: ['b.title'],
  subtitle: ['b.subtitle'],
  titleReading: ['b.title_reading'],
  volume: ['b.volume'],
  edition: ['b.edition'],
  contributors: ['b.contributors'],
  publisher: ['b.publisher'],
  seller: ['b.seller'],
  label: ['b.label'],
  series: ['b.series'],
  seriesPlace: [SERIES_PLACE],
  price: ['b.price'],
  priceWithTax: ['b.price', 'b.price_with_tax', 'b.tax_rate'],
  setPrice: ['b.set_price'],
  form: ['b.form'],
  pages: ['b.pages'],
  description: ['b.description'],
  coverUrl: ['b.cover_url'],
  release: ['b.release_earliest', 'b.release_latest', 'b.release_precision', 'b.release_text'],
  status: ['b.status'],
  announcedAt: ['b.created_at'],
  onSaleAt: ['b.on_sale_at'],
  productUrl: ['b.product_url'],
};

/** A row's label for a value read from outside the book table. */
const LABELS: { [column: string]: string } = {
  [CONTRIBUTOR_LINKS]: 'contributor_links',
  [SERIES_PLACE]: 'series_place',
};

/** Fields that cost more than a column of the row. */
const EXPENSIVE = ['description', 'seriesPlace'];

const SUBSCRIBED =
  'exists (select 1 from subscription mine where mine.member_id = :me and mine.book_id = b.id) as subscribed';

/**
 * The columns of `book b` that the selection below `path` needs, as SQL. Whether the member has
 * subscribed is one more column of the same statement, so that a list costs one statement; it binds
 * `:me`, for which see `bookValues`.
 */
export function bookColumns(ctx: Context, path: string): string {
  const columns = columnsOf(ctx, path).map((column) => {
    const label = LABELS[column];
    return label === undefined ? column : `${column} as ${label}`;
  });
  return [...columns, ...(asksSubscribed(ctx, path) ? [SUBSCRIBED] : [])].join(', ');
}

/** How many bytes those columns hold, as SQL. */
export function bookBytes(ctx: Context, path: string): string {
  return columnsOf(ctx, path)
    .map((column) => `coalesce(length(${column}), 0)`)
    .join(' + ');
}

function columnsOf(ctx: Context, path: string): string[] {
  const selection = readSelection(ctx, path);
  const columns = Object.keys(COLUMNS)
    .filter((field) => isNeeded(field, selection))
    .flatMap((field) => COLUMNS[field] ?? []);
  const links = asksContributors(ctx, path) ? [CONTRIBUTOR_LINKS] : [];
  return [
    'b.id',
    ...columns.filter((column, index) => columns.indexOf(column) === index),
    ...links,
  ];
}

/** The values that `bookColumns` binds. */
export function bookValues(ctx: Context, path: string): { [name: string]: string } {
  const me = memberId(ctx);
  return me !== null && asksSubscribed(ctx, path) ? { me } : {};
}

function asksSubscribed(ctx: Context, path: string): boolean {
  return memberId(ctx) !== null && isNeeded('subscribed', readSelection(ctx, path));
}

/**
 * Whether one of the names may stand for the field. A fragment may hide an alias; with one, every
 * column is read except the expensive ones, which are read only if their name or a name that is no
 * field occurs.
 */
function isNeeded(field: string, { names, aliases }: Selection): boolean {
  if (aliases === 'seen' || names.indexOf(field) >= 0) return true;
  if (aliases === 'none') return false;
  return EXPENSIVE.indexOf(field) < 0 || names.some((name) => !isField(name));
}

function isField(name: string): boolean {
  return Object.hasOwn(COLUMNS, name) || ['id', 'subscribed', '__typename'].indexOf(name) >= 0;
}

/** The book of a row. A field that was not selected is absent, and nothing reads it. */
export function toBook(row: Row): Book {
  return {
    id: text(row.id),
    isbn: text(row.isbn),
    title: text(row.title),
    subtitle: text(row.subtitle),
    titleReading: text(row.title_reading),
    volume: text(row.volume),
    edition: text(row.edition),
    contributors: toContributors(row),
    publisher: text(row.publisher),
    seller: text(row.seller),
    label: text(row.label),
    series: json<SeriesStatement[]>(row.series),
    seriesPlace: toSeriesPlace(row),
    price: number(row.price),
    priceWithTax: priceWithTax<undefined>({
      price: number(row.price),
      priceWithTax: number(row.price_with_tax),
      taxRate: number(row.tax_rate),
    }),
    setPrice: number(row.set_price),
    form: text(row.form),
    pages: text(row.pages),
    description: text(row.description),
    coverUrl: text(row.cover_url),
    release: {
      earliest: text(row.release_earliest),
      latest: text(row.release_latest),
      precision: text(row.release_precision) as ReleasePrecision,
      text: text(row.release_text),
    },
    status: text(row.status) as BookStatus,
    announcedAt: instant(row.created_at),
    onSaleAt: instant(row.on_sale_at),
    productUrl: text(row.product_url),
    subscribed: row.subscribed === undefined ? null : truth(row.subscribed),
    // Required fields may be absent here, for the reason above.
  } as Book;
}

import { hash } from 'node:crypto';
import type { BookFields } from './bookFields.ts';
import { foldEncoding } from './foldEncoding.ts';

type Content = Omit<BookFields, 'price' | 'priceWithTax' | 'setPrice' | 'taxRate'>;

/** All content fields. Never change the order: every book would look changed. */
const FIELDS: { [field in keyof Content]: true } = {
  contributors: true,
  coverUrl: true,
  description: true,
  edition: true,
  form: true,
  isbn: true,
  label: true,
  pages: true,
  publisher: true,
  release: true,
  seller: true,
  series: true,
  subtitle: true,
  title: true,
  titleReading: true,
  volume: true,
};
const NAMES = Object.keys(FIELDS) as (keyof Content)[];

/**
 * Hashes the content of a book, as 64 hex digits: equal hashes mean that a row has nothing new.
 * Excludes prices, because a price revision changes them without a whole row; the merge compares
 * them separately. Folds characters that an encoding confuses, so that re-encoding a file changes
 * nothing.
 */
export function hashBook(book: BookFields): string {
  const fields = NAMES.map((name) => `["${name}",${toJson(book[name])}]`);
  return hash('sha256', `[${fields.join(',')}]`, 'hex');
}

/** Folds each text separately: in the JSON itself a backslash is syntax. */
function toJson(value: BookFields[keyof BookFields]): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return JSON.stringify(foldEncoding(value));
  return JSON.stringify(value, (_, part) => (typeof part === 'string' ? foldEncoding(part) : part));
}

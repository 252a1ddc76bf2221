import { hash } from 'node:crypto';
import type { BookFields } from './bookFields.ts';
import { foldEncoding } from './foldEncoding.ts';

type Content = Omit<BookFields, 'price' | 'priceWithTax' | 'setPrice' | 'taxRate'>;

/** All of them, and in this order for ever: another one would make every book look changed. */
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
 * Names the content of a book, as 64 hex digits: equal hashes mean that a row brings nothing new.
 * Prices stay out, for a price revision changes them without bringing the rest of the row; the
 * merge compares them by themselves. Characters that an encoding does not tell apart count as one,
 * so that a file that was encoded anew changes nothing.
 */
export function hashBook(book: BookFields): string {
  const fields = NAMES.map((name) => `["${name}",${toJson(book[name])}]`);
  return hash('sha256', `[${fields.join(',')}]`, 'hex');
}

/** Folded text by text: in the JSON itself a backslash is syntax. */
function toJson(value: BookFields[keyof BookFields]): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return JSON.stringify(foldEncoding(value));
  return JSON.stringify(value, (_, part) => (typeof part === 'string' ? foldEncoding(part) : part));
}

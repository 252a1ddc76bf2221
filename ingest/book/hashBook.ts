import { hash } from 'node:crypto';
import type { BookFields } from './bookFields.ts';
import { foldEncoding } from './foldEncoding.ts';

/** In this order for ever: another one would make every book look changed. */
const FIELDS = [
  'contributors',
  'coverUrl',
  'description',
  'edition',
  'form',
  'isbn',
  'label',
  'pages',
  'publisher',
  'release',
  'seller',
  'series',
  'subtitle',
  'title',
  'titleReading',
  'volume',
] as const satisfies (keyof BookFields)[];

/**
 * Names the content of a book, as 64 hex digits: equal hashes mean that a row brings nothing new.
 * Prices stay out, for a price revision changes them without bringing the rest of the row; the
 * merge compares them by themselves. Characters that an encoding does not tell apart count as one,
 * so that a file that was encoded anew changes nothing.
 */
export function hashBook(book: BookFields): string {
  const fields = FIELDS.map((name) => `["${name}",${toJson(book[name])}]`);
  return hash('sha256', `[${fields.join(',')}]`, 'hex');
}

/** Folded text by text: in the JSON itself a backslash is syntax. */
function toJson(value: BookFields[keyof BookFields]): string {
  if (value === null) return 'null';
  if (typeof value === 'string') return JSON.stringify(foldEncoding(value));
  return JSON.stringify(value, (_, part) => (typeof part === 'string' ? foldEncoding(part) : part));
}

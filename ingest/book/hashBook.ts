import { createHash } from 'node:crypto';
import type { BookFields } from './bookFields.ts';
import { foldEncoding } from './foldEncoding.ts';

/**
 * Names the content of a book, as 64 hex digits: equal hashes mean that a row brings nothing new.
 * Prices stay out, for a price revision changes them without bringing the rest of the row; the
 * merge compares them by themselves. Characters that an encoding does not tell apart count as one,
 * so that a file that was encoded anew changes nothing.
 */
export function hashBook(book: BookFields): string {
  const { price: _1, priceWithTax: _2, setPrice: _3, taxRate: _4, ...content } = book;
  const fields = Object.entries(content).toSorted(([a], [b]) => (a < b ? -1 : 1));
  // Text by text: in the JSON itself a backslash is syntax.
  const text = JSON.stringify(fields, (_, value) =>
    typeof value === 'string' ? foldEncoding(value) : value,
  );
  return createHash('sha256').update(text).digest('hex');
}

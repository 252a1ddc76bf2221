import { createHash } from 'node:crypto';
import type { BookFields } from './bookFields.ts';

/**
 * Names the content of a book, as 64 hex digits: equal hashes mean that a row brings nothing new.
 * Prices stay out, for a price revision changes them without bringing the rest of the row; the
 * merge compares them by themselves. Wave dash and full-width tilde count as one character, since
 * a file that was encoded anew turns one into the other.
 */
export function hashBook(book: BookFields): string {
  const { price: _1, priceWithTax: _2, setPrice: _3, taxRate: _4, ...content } = book;
  const text = JSON.stringify(Object.entries(content).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return createHash('sha256').update(text.replaceAll('～', '〜')).digest('hex');
}

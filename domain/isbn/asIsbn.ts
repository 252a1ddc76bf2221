import { fromIsbn10, isIsbn10 } from './isbn10.ts';

/**
 * Returns the thirteen digits of a query in NFKC that is an ISBN of ten or thirteen digits, with or
 * without hyphens, spaces or the letters ISBN before it. Empty for any other query, and for ten
 * digits with a wrong check digit, which may be anything. Does not verify thirteen digits: a wrong
 * number finds no book.
 */
export function asIsbn(nfkc: string): string {
  const upper = nfkc.trim().toUpperCase();
  const written = upper.startsWith('ISBN') ? upper.slice(4) : upper;
  if (written.length > 20) return '';
  const signs = written.split('').filter((sign) => ' :-‐‑‒–—―−'.indexOf(sign) < 0);
  const isLast = (index: number) => index === 9 && signs.length === 10;
  const isRead = signs.every(
    (sign, index) => '0123456789'.indexOf(sign) >= 0 || (sign === 'X' && isLast(index)),
  );
  const isbn = isRead ? signs.join('') : '';
  if (isbn.length === 13) return isbn;
  return isIsbn10(isbn) ? fromIsbn10(isbn) : '';
}

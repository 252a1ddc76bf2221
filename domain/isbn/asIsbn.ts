import { fromIsbn10, isIsbn10 } from './isbn10.ts';

/**
 * The thirteen digits of a query in NFKC that is an ISBN of ten or thirteen digits, with hyphens,
 * spaces or neither, also behind the letters ISBN. Empty for any other query, and for ten digits with
 * a wrong check digit, which may be anything. Of thirteen none is verified: a wrong one finds no book.
 */
export function asIsbn(nfkc: string): string {
  const upper = nfkc.trim().toUpperCase();
  const written = upper.startsWith('ISBN') ? upper.slice(4) : upper;
  if (written.length > 20) return '';
  const signs = written.split('').filter((sign) => ' :-‐‑‒–—―−'.indexOf(sign) < 0);
  const isRead = signs.every(
    (sign, index) => '0123456789'.indexOf(sign) >= 0 || (sign === 'X' && index === 9),
  );
  const isbn = isRead ? signs.join('') : '';
  if (isbn.length === 13) return isbn.indexOf('X') < 0 ? isbn : '';
  return isbn.length === 10 && isIsbn10(isbn) ? fromIsbn10(isbn) : '';
}

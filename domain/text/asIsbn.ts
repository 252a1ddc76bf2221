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
  const digits = signs.map((sign) => '0123456789X'.indexOf(sign));
  if (digits.some((digit, index) => digit < 0 || (digit === 10 && index !== 9))) return '';
  if (digits.length === 13) return signs.indexOf('X') < 0 ? signs.join('') : '';
  const sum = digits.reduce((total, digit, index) => total + digit * (10 - index), 0);
  if (digits.length !== 10 || sum % 11 !== 0) return '';
  const twelve = [9, 7, 8, ...digits.slice(0, 9)];
  return `${twelve.join('')}${(10 - (sumOf13(twelve) % 10)) % 10}`;
}

/** The digits of an ISBN-13, or the first of them, weighted 1 and 3 by turns. */
function sumOf13(digits: number[]): number {
  return digits.reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 3), 0);
}

/**
 * The text as one line: what would break a line, end a header or turn the direction of writing
 * becomes a space, and lone halves of surrogate pairs become the replacement character. A byte order
 * mark is dropped, as whoever reads the text may do.
 */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\ufeff', '')
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim();
}

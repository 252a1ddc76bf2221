/**
 * Returns the text as one line: replaces whatever would break a line, end a header or change the
 * writing direction with a space, and lone surrogates with the replacement character. Drops a byte
 * order mark, because readers of the text may drop it too.
 */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replaceAll('\ufeff', '')
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim();
}

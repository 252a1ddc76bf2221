import { APART } from './folding.ts';

/**
 * SQL for the number of the two characters that begin at `place` of a text, by which postings are kept:
 * 24 bits for each, the first in front. A character at the end of the text stands alone.
 */
export function gramAt(text: string, place: string): string {
  const bits = (at: string) => `(ord(substring(${text}, ${at}, 1)) & 16777215)`;
  return `${bits(place)} << 24 | ${bits(`${place} + 1`)}`;
}

/** SQL for whether a posting of the text begins at `place`. */
export function isPosted(text: string, place: string): string {
  return `substring(${text}, ${place}, 1) <> '${APART}'`;
}

import { APART } from './folding.ts';

/**
 * SQL for the number of the pair of characters at `place` of a text, the key of postings: 24 bits
 * for each, the first one high. The last character of the text has no partner.
 */
export function gramAt(text: string, place: string): string {
  const bits = (at: string) => `(ord(substring(${text}, ${at}, 1)) & 16777215)`;
  return `${bits(place)} << 24 | ${bits(`${place} + 1`)}`;
}

/** SQL that is true if a posting of the text begins at `place`. */
export function isPosted(text: string, place: string): string {
  return `substring(${text}, ${place}, 1) <> '${APART}'`;
}

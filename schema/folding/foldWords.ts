import { foldText } from './foldText.ts';

/**
 * The folded words of a query in NFKC, all of which a book must contain; empty for a query of spaces
 * and signs alone. How many and how long they may be is for the caller to say.
 */
export function foldWords(nfkc: string): string[] {
  return nfkc
    .split(' ')
    .map((word) => foldText(word))
    .filter((word) => word !== '');
}

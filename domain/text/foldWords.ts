import { EDGE } from './folding.ts';
import { foldSpaced } from './foldText.ts';

/**
 * Returns the folded words of a query in NFKC, all of which a book must contain; empty for a query
 * of only spaces and signs. The caller limits the number of words and the length, and checks for an
 * ISBN (`asIsbn`).
 */
export function foldWords(nfkc: string): string[] {
  return foldSpaced(nfkc)
    .split(' ')
    .filter((word) => word !== '' && word !== EDGE);
}

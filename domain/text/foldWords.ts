import { EDGE } from './folding.ts';
import { foldSpaced } from './foldText.ts';

/**
 * The folded words of a query in NFKC, all of which a book must contain; empty for a query of spaces
 * and signs alone. How many words there may be, how long the query is and whether it is an ISBN
 * (`asIsbn`) is for the caller to say.
 */
export function foldWords(nfkc: string): string[] {
  return foldSpaced(nfkc)
    .split(' ')
    .filter((word) => word !== '' && word !== EDGE);
}

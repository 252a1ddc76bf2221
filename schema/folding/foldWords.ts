import { asIsbn } from './asIsbn.ts';
import { EDGE } from './folding.ts';
import { foldSpaced } from './foldText.ts';

/**
 * The folded words of a query in NFKC, all of which a book must contain; empty for a query of spaces
 * and signs alone. An ISBN, with or without hyphens, is one word, its thirteen digits. How many words
 * there may be and how long the query is for the caller to say.
 */
export function foldWords(nfkc: string): string[] {
  const isbn = asIsbn(nfkc);
  if (isbn !== '') return [`${EDGE}${isbn}${EDGE}`];
  return foldSpaced(nfkc)
    .split(' ')
    .filter((word) => word !== '' && word !== EDGE);
}

import { asIsbn } from '../../../../domain/isbn/asIsbn.ts';
import { foldWords } from '../../../../domain/text/foldWords.ts';

/** Returns the folded words of a search text; an ISBN in any notation is one word. */
export function wantedWords(typed: string): string[] {
  const nfkc = typed.normalize('NFKC');
  return foldWords(asIsbn(nfkc) || nfkc);
}

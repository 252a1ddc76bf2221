import { asIsbn } from '../../../../domain/isbn/asIsbn.ts';
import { foldWords } from '../../../../domain/text/foldWords.ts';

/** The folded words of what a reader typed; an ISBN, however it is written, is one. */
export function wantedWords(typed: string): string[] {
  const nfkc = typed.normalize('NFKC');
  return foldWords(asIsbn(nfkc) || nfkc);
}

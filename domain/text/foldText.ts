import { foldLongs } from './foldLongs.ts';
import { readSigns } from './readSigns.ts';
import { readTokens } from './readTokens.ts';
import { writeFolded } from './writeFolded.ts';

/**
 * Folds NFKC text for comparison, never for display. Uses only the JavaScript that APPSYNC_JS
 * supports, so that queries and books are folded by the same code. Empty for text of only spaces,
 * signs and invisible characters.
 */
export function foldText(nfkc: string): string {
  return write(nfkc, false);
}

/**
 * Likewise, with a space between the words: the text before a space affects how the text after it
 * is read.
 */
export function foldSpaced(nfkc: string): string {
  return write(nfkc, true);
}

function write(nfkc: string, spaced: boolean): string {
  const signs = foldLongs(readSigns(nfkc), 'asked');
  return writeFolded(readTokens(signs, 'asked'), 'asked', spaced).folded;
}

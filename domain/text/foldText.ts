import { foldLongs } from './foldLongs.ts';
import { readSigns } from './readSigns.ts';
import { readTokens } from './readTokens.ts';
import { writeFolded } from './writeFolded.ts';

/**
 * Text as it is compared, never shown. It takes text in NFKC, and is written in what APPSYNC_JS has
 * of JavaScript, so that a query is folded as the books were. Empty for text of spaces, signs and
 * what cannot be seen alone.
 */
export function foldText(nfkc: string): string {
  return write(nfkc, false);
}

/** Likewise, with a space between the words: what stands behind a space is read knowing what stands before it. */
export function foldSpaced(nfkc: string): string {
  return write(nfkc, true);
}

function write(nfkc: string, spaced: boolean): string {
  const signs = foldLongs(readSigns(nfkc), 'asked');
  return writeFolded(readTokens(signs, 'asked'), 'asked', spaced).folded;
}

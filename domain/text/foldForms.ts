import { foldLongs } from './foldLongs.ts';
import type { Form } from './forms.ts';
import { otherLongs } from './optionalLongs.ts';
import { readSigns } from './readSigns.ts';
import { readTokens, type Token } from './readTokens.ts';
import { STROKE } from './sign.ts';
import { type Folded, writeFolded } from './writeFolded.ts';

/**
 * Returns an NFKC text in each distinct form in which it may be searched; none if nothing is left
 * of it.
 */
export function foldForms(nfkc: string): Folded[] {
  const signs = readSigns(nfkc);
  const found: Folded[] = [];
  const add = (form: Form, other?: Set<number>): Token[] => {
    const tokens = readTokens(foldLongs(signs, form, other), form);
    const one = writeFolded(tokens, form, false);
    if (one.folded !== '' && found.every(({ folded }) => folded !== one.folded)) found.push(one);
    return tokens;
  };

  const tokens = add('asked');
  // Most texts have one form, and checking that costs less than folding them again.
  const hasStroke = signs.some(({ sign }) => sign === STROKE);
  const words = tokens.filter(({ kind }) => kind === 'letters').length;
  const isPlain = tokens.every(({ kind }) => kind === 'other' || kind === 'gap' || kind === 'mark');
  if (hasStroke || !isPlain) add('literal');
  if (words > 1) add('joined');
  if (hasStroke) add('parted');
  for (const other of otherLongs(signs)) add('parted', other);
  return found;
}

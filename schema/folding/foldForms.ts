import { foldLongs } from './foldLongs.ts';
import type { Form } from './forms.ts';
import { findOptionalLongs } from './optionalLongs.ts';
import { readSigns } from './readSigns.ts';
import { readTokens } from './readTokens.ts';
import { STROKE } from './sign.ts';
import { type Folded, writeFolded } from './writeFolded.ts';

/** A text in NFKC in each form in which it may be asked for, without those that are the same; none for text of nothing. */
export function foldForms(nfkc: string): Folded[] {
  const signs = readSigns(nfkc);
  const optional = findOptionalLongs(signs);
  const tokens = readTokens(foldLongs(signs, 'asked', optional), 'asked');
  const asked = writeFolded(tokens, 'asked', false);
  const found = asked.folded === '' ? [] : [asked];

  const hasStroke = signs.some(({ sign }) => sign === STROKE);
  const words = tokens.filter(({ kind }) => kind === 'letters').length;
  const isRead =
    words > 0 || tokens.some(({ kind }) => kind !== 'other' && kind !== 'gap' && kind !== 'mark');
  // Most texts have one form, and finding that out costs less than folding them again.
  const others: Form[] = [];
  if (hasStroke || isRead) others.push('literal');
  if (words > 1) others.push('joined');
  if (hasStroke || optional.left.size > 0) others.push('short');
  if (hasStroke || optional.put.size > 0) others.push('long');
  for (const form of others) {
    const one = writeFolded(readTokens(foldLongs(signs, form, optional), form), form, false);
    if (one.folded !== '' && found.every(({ folded }) => folded !== one.folded)) found.push(one);
  }
  return found;
}

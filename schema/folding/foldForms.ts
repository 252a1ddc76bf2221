import { foldForm } from './foldForm.ts';
import type { Form } from './forms.ts';
import { findOptionalLongs } from './optionalLongs.ts';
import { readSigns } from './readSigns.ts';
import type { Folded } from './writeFolded.ts';

const FORMS: Form[] = ['asked', 'literal', 'joined', 'short', 'long'];

/** A text in NFKC in each form in which it may be asked for, without those that are the same; none for text of nothing. */
export function foldForms(nfkc: string): Folded[] {
  const signs = readSigns(nfkc);
  const optional = findOptionalLongs(signs);
  const found: Folded[] = [];
  FORMS.forEach((form) => {
    const one = foldForm(signs, form, optional);
    if (one.folded !== '' && found.every(({ folded }) => folded !== one.folded)) found.push(one);
  });
  return found;
}

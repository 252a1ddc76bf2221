import { foldLongs } from './foldLongs.ts';
import type { Form } from './forms.ts';
import type { OptionalLongs } from './optionalLongs.ts';
import { readTokens } from './readTokens.ts';
import type { Sign } from './sign.ts';
import { type Folded, writeFolded } from './writeFolded.ts';

/** One form of a text whose characters were read already. */
export function foldForm(signs: Sign[], form: Form, optional: OptionalLongs): Folded {
  return writeFolded(readTokens(foldLongs(signs, form, optional), form), form, false);
}

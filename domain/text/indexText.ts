import { foldForms } from './foldForms.ts';
import { APART } from './folding.ts';
import { foldPlain } from './foldPlain.ts';

/** Publishers, series and people come again and again. */
const known = new Map<string, string>();
const MOST_KNOWN = 20_000;
const LONGEST_KNOWN = 60;

/**
 * What a book is found by: its fields, as they are shown, folded in every form, between marks that no
 * query can contain. A field that a reader would type in one go with another is given joined to it by a
 * space: title and volume.
 */
export function indexText(fields: (string | null | undefined)[]): string {
  const texts = fields.map((field) => foldField(field ?? '')).filter((text) => text !== '');
  // Most repeat nothing: a title, its reading, a few names.
  return [...new Set(texts)].join(APART);
}

function foldField(field: string): string {
  const found = known.get(field);
  if (found !== undefined) return found;
  const nfkc = field.normalize('NFKC');
  const text =
    foldPlain(nfkc) ??
    foldForms(nfkc)
      .map(({ folded }) => folded)
      .join(APART);
  if (field.length <= LONGEST_KNOWN) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(field, text);
  }
  return text;
}

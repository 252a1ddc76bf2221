import { foldForms } from './foldForms.ts';
import { APART } from './folding.ts';
import { foldPlain } from './foldPlain.ts';

/** Publishers, series and people recur often. */
const known = new Map<string, string>();
const MOST_KNOWN = 20_000;
const LONGEST_KNOWN = 60;

/**
 * Returns a book's search text: its displayed fields folded in every form, between marks that no
 * query can contain. Fields that a reader would type together, such as title and volume, must be
 * passed as one, joined by a space.
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

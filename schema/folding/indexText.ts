import { foldForms } from './foldForms.ts';
import { APART } from './folding.ts';

/**
 * What a book is found by: its fields, as they are shown, folded in every form, between marks that no
 * query can contain. A field that a reader would type in one go with another is given joined to it by a
 * space: title and volume.
 */
export function indexText(fields: (string | null | undefined)[]): string {
  const forms = fields.flatMap((field) => foldForms((field ?? '').normalize('NFKC')));
  return [...new Set(forms.map(({ folded }) => folded))].join(APART);
}

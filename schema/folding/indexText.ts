import { foldText } from './foldText.ts';
import { APART } from './folding.ts';

/** What a book is found by: its folded fields, between marks that no query can contain. */
export function indexText(fields: (string | null | undefined)[]): string {
  const folded = fields.map((field) => foldText((field ?? '').normalize('NFKC')));
  return [...new Set(folded.filter((field) => field !== ''))].join(APART);
}

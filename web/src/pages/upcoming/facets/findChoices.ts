import { toHiragana } from '../../../../../domain/text/toHiragana.ts';

/** A choice and its number of books. */
export interface Choice {
  value: string;
  count: number;
}

/** More than anyone reads through; another letter narrows them down. */
const MOST = 60;

/**
 * Returns the choices that contain the typed text, in the given order; ignores letter case, kana
 * type and width.
 */
export function findChoices(choices: readonly Choice[], typed: string): Choice[] {
  const wanted = fold(typed.trim());
  return choices.filter(({ value }) => fold(value).includes(wanted)).slice(0, MOST);
}

/** Returns the choice that equals the typed text apart from letter case, kana type and width. */
export function findExact(choices: readonly Choice[], typed: string): Choice | undefined {
  const wanted = fold(typed.trim());
  return (
    choices.find(({ value }) => value === typed.trim()) ??
    choices.find(({ value }) => fold(value) === wanted)
  );
}

const fold = (text: string): string => toHiragana(text.normalize('NFKC').toLowerCase());

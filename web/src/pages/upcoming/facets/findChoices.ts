import { toHiragana } from '../../../../../domain/text/toHiragana.ts';

/** A value that is offered, and how many books have it. */
export interface Choice {
  value: string;
  count: number;
}

/** More than anybody looks through; a letter more narrows them down. */
const MOST = 60;

/** The choices that contain what was typed, in the order given; letter case, kana and width do not matter. */
export function findChoices(choices: readonly Choice[], typed: string): Choice[] {
  const wanted = fold(typed.trim());
  return choices.filter(({ value }) => fold(value).includes(wanted)).slice(0, MOST);
}

/** The choice that is what was typed, as people write it. */
export function findExact(choices: readonly Choice[], typed: string): Choice | undefined {
  const wanted = fold(typed.trim());
  return (
    choices.find(({ value }) => value === typed.trim()) ??
    choices.find(({ value }) => fold(value) === wanted)
  );
}

const fold = (text: string): string => toHiragana(text.normalize('NFKC').toLowerCase());

import { hash } from 'node:crypto';
import { NEW_KANJI, OLD_KANJI } from '../../../domain/text/oldKanji.ts';
import { foldEncoding } from './foldEncoding.ts';

/** The length of `name_key`, and how many characters of a longer name precede its digest. */
const MOST_CHARACTERS = 191;
const KEPT_CHARACTERS = 170;

/** Old forms, and characters that files in an older encoding replace with a variant. */
const VARIANTS = new Map(
  Array.from(`${OLD_KANJI}噓髙﨑繫摑鷗`, (old, place) => [
    old,
    `${NEW_KANJI}嘘高崎繋掴鴎`.charAt(place),
  ]),
);

/** Characters in which two spellings of one name may differ. `#` stays: C# is not C. */
const DROPPED = /[\s\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}=~]|(?!#)\p{P}/gu;
const UNSEEN = /[\s\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}]/gu;

/**
 * Folds the name of a contributor or series for comparison, never for display: one width, one case,
 * new kanji for old, without spaces, middle dots and punctuation. The kind of kana stays, because
 * あおい and アオイ may be two pen names, and so do ー and forms such as 邉, 嶋 and 冨, by which families
 * distinguish themselves. At most 191 characters; empty if there is no visible name.
 */
export function foldName(name: string): string {
  const written = foldEncoding(name).normalize('NFKC').toLowerCase();
  // A name such as `!!` consists only of punctuation.
  const bare = written.replace(DROPPED, '') || written.replace(UNSEEN, '');
  const letters = Array.from(bare, (letter) => VARIANTS.get(letter) ?? letter);
  if (letters.length <= MOST_CHARACTERS) return letters.join('');
  const digest = hash('sha256', letters.join(''), 'hex').slice(0, 20);
  return `${letters.slice(0, KEPT_CHARACTERS).join('')}~${digest}`;
}

/** Returns the id of the contributor or series with this folded name. */
export function nameId(kind: 'c' | 's', key: string): string {
  return `${kind}-${hash('sha256', key, 'hex').slice(0, 20)}`;
}

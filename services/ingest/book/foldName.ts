import { hash } from 'node:crypto';
import { NEW_KANJI, OLD_KANJI } from '../../../domain/text/oldKanji.ts';
import { foldEncoding } from './foldEncoding.ts';

/** As many characters as `name_key` holds, and how many of a longer name's own stand before its digest. */
const MOST_CHARACTERS = 191;
const KEPT_CHARACTERS = 170;

/** Beside old forms, characters that files in an older encoding replace by a relative. */
const VARIANTS = new Map(
  Array.from(`${OLD_KANJI}噓髙﨑繫摑鷗`, (old, place) => [
    old,
    `${NEW_KANJI}嘘高崎繋掴鴎`.charAt(place),
  ]),
);

/** What two spellings of one name differ in. `#` stays: C# is not C. */
const DROPPED = /[\s\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}=~]|(?!#)\p{P}/gu;
const UNSEEN = /[\s\p{Cc}\p{Cf}\p{Cs}\p{Variation_Selector}]/gu;

/**
 * The name of a contributor or a series as it is compared, never as it is shown: one width, one case,
 * new kanji for old, without spaces, middle dots and punctuation. The kind of kana stays, for あおい and
 * アオイ may be two pen names, and so do ー and forms such as 邉, 嶋 and 冨, by which families tell each
 * other apart. At most 191 characters; empty for no name at all.
 */
export function foldName(name: string): string {
  const written = foldEncoding(name).normalize('NFKC').toLowerCase();
  // A name such as `!!` is nothing but its signs.
  const bare = written.replace(DROPPED, '') || written.replace(UNSEEN, '');
  const letters = Array.from(bare, (letter) => VARIANTS.get(letter) ?? letter);
  if (letters.length <= MOST_CHARACTERS) return letters.join('');
  const digest = hash('sha256', letters.join(''), 'hex').slice(0, 20);
  return `${letters.slice(0, KEPT_CHARACTERS).join('')}~${digest}`;
}

/** The id of the contributor or the series of a folded name. */
export function nameId(kind: 'c' | 's', key: string): string {
  return `${kind}-${hash('sha256', key, 'hex').slice(0, 20)}`;
}

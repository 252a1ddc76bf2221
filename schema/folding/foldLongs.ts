import type { Form } from './forms.ts';
import { BY_VOWEL } from './kana.ts';
import type { OptionalLongs } from './optionalLongs.ts';
import { GAP, isLetter, LONG, MARK, type Sign, STROKE } from './sign.ts';

const VOWEL = toTable();

function toTable(): { [kana: string]: string } {
  const table: { [kana: string]: string } = {};
  Object.keys(BY_VOWEL).forEach((vowel) => {
    (BY_VOWEL[vowel] ?? '').split('').forEach((kana) => {
      table[kana] = vowel;
    });
  });
  return table;
}

/**
 * Long marks as the vowels that they prolong. A dash or a wave dash that directly follows a kana is one
 * too (コ−ヒ−, ら〜めん), unless it closes what another one opened (-ピグマリオン-); any other parts words.
 */
export function foldLongs(signs: Sign[], form: Form, optional: OptionalLongs): Sign[] {
  const folded: Sign[] = [];
  let isOpen = false;
  const prolong = (vowel: string | undefined, place: number) => {
    if (vowel !== undefined) folded.push({ sign: vowel, source: LONG, place });
  };
  signs.forEach((one, index) => {
    const before = signs[index - 1];
    const next = signs[index + 1]?.sign ?? GAP;
    // A long mark behind a long mark adds nothing.
    const vowel =
      before === undefined || before.sign === LONG || before.sign === STROKE
        ? undefined
        : VOWEL[before.sign];
    if (one.sign === LONG) {
      if (form !== 'short' || !optional.left.includes(index)) prolong(vowel, one.place);
    } else if (one.sign === STROKE) {
      const closes = isOpen && VOWEL[next] === undefined;
      const isLong = vowel !== undefined && !closes && (form === 'asked' || form === 'joined');
      const isHyphen = form !== 'literal' && isLetter(before?.sign ?? GAP) && isLetter(next);
      if (isLong) prolong(vowel, one.place);
      else if (!isHyphen) folded.push({ ...one, sign: MARK });
      if (vowel === undefined || closes) isOpen = !closes;
    } else {
      folded.push(one);
      if (form === 'long' && optional.put.includes(index)) prolong(VOWEL[one.sign], one.place);
    }
  });
  return folded;
}

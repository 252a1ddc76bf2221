import type { Form } from './forms.ts';
import { BY_VOWEL } from './kana.ts';
import { GAP, isDigit, isLetter, LONG, MARK, type Sign, STROKE } from './sign.ts';

/** Punctuation inside Latin words: R&B, Re:ZERO, PC/AT, U.S.A. */
const JOINING = '&:/!.';

/** The vowel of each kana, filled on first use for the reason given in sign.ts. */
const VOWELS: { [kana: string]: string } = {};

function vowelOf(kana: string): string | undefined {
  if (VOWELS.あ === undefined) completeTable();
  return VOWELS[kana];
}

function completeTable(): void {
  Object.keys(BY_VOWEL).forEach((vowel) => {
    (BY_VOWEL[vowel] ?? '').split('').forEach((kana) => {
      VOWELS[kana] = vowel;
    });
  });
}

/**
 * Resolves long marks, dashes and punctuation; the result has no long marks or dashes. Long marks
 * become the vowels that they prolong. A dash or a wave dash directly after a kana counts as one
 * (コ−ヒ−, ら〜めん), unless it closes an earlier one (-ピグマリオン-); any other separates words. At the
 * places in `other` omits a long mark, or inserts one after a kana.
 */
export function foldLongs(signs: Sign[], form: Form, other?: Set<number>): Sign[] {
  const folded: Sign[] = [];
  let isOpen = false;
  const prolong = (vowel: string | undefined, place: number) => {
    if (vowel !== undefined) folded.push({ sign: vowel, source: LONG, place });
  };
  signs.forEach((one, index) => {
    if (one.sign !== LONG && one.sign !== STROKE && one.sign !== MARK) {
      folded.push(one);
      if (other?.has(index)) prolong(vowelOf(one.sign), one.place);
      return;
    }
    const before = signs[index - 1];
    const next = signs[index + 1]?.sign ?? GAP;
    // A long mark after a long mark adds nothing.
    const vowel =
      before === undefined || before.sign === LONG || before.sign === STROKE
        ? undefined
        : vowelOf(before.sign);
    if (one.sign === LONG) {
      if (!other?.has(index)) prolong(vowel, one.place);
    } else if (one.sign === STROKE) {
      const closes = isOpen && vowelOf(next) === undefined;
      const isLong = vowel !== undefined && !closes && (form === 'asked' || form === 'joined');
      const isHyphen = isLetter(before?.sign ?? GAP) && isLetter(next);
      const isSpan = isDigit(before?.sign ?? GAP) && isDigit(next);
      if (isLong) prolong(vowel, one.place);
      else if (!isHyphen || form === 'literal') folded.push({ ...one, sign: MARK });
      if ((vowel === undefined || closes) && !isHyphen && !isSpan) isOpen = !closes;
    } else {
      const joins = JOINING.indexOf(one.source) >= 0 && form !== 'literal';
      const isInWord = isLetter(before?.sign ?? GAP) && isLetter(next);
      // U.S.A. is one word, Vol.III and Dr.STONE are two.
      const endsWord = one.source === '.' && isLetter(signs[index - 2]?.sign ?? GAP);
      if (!joins || !isInWord || endsWord) folded.push(one);
    }
  });
  return folded;
}

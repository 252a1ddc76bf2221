export const KANJI_NUMERALS = '〇一二三四五六七八九十百千万壱弐参拾';

const DIGIT_OF = '〇一二三四五六七八九';
const FORMAL = '壱弐参拾';
const PLAIN = '一二三十';

/** Converts a run of kanji numerals to digits: 二十三, or 二三 digit by digit. */
export function readKanjiNumber(numerals: string): string {
  const plain = numerals
    .split('')
    .map((sign) => (FORMAL.indexOf(sign) >= 0 ? PLAIN.charAt(FORMAL.indexOf(sign)) : sign));
  if (plain.every((sign) => DIGIT_OF.indexOf(sign) >= 0)) {
    return plain.map((sign) => `${DIGIT_OF.indexOf(sign)}`).join('');
  }
  let whole = 0;
  let part = 0;
  let digit = 0;
  plain.forEach((sign) => {
    const value = DIGIT_OF.indexOf(sign);
    if (value >= 0) {
      digit = value;
    } else if (sign === '万') {
      whole += Math.max(part + digit, 1) * 10_000;
      part = 0;
      digit = 0;
    } else {
      const unit = sign === '十' ? 10 : sign === '百' ? 100 : 1000;
      part += Math.max(digit, 1) * unit;
      digit = 0;
    }
  });
  return `${whole + part + digit}`;
}

const ROMAN = [
  'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx',
  'xxi xxii xxiii xxiv xxv xxvi xxvii xxviii xxix xxx',
]
  .join(' ')
  .split(' ');

/**
 * Converts a Roman numeral up to 30 to digits; empty for any other word. Larger ones are also
 * words: XL, LIV.
 */
export function readRomanNumber(word: string): string {
  const at = ROMAN.indexOf(word);
  return at < 0 ? '' : `${at + 1}`;
}

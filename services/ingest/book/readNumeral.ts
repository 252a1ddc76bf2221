const KANJI = '〇一二三四五六七八九';
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/**
 * Parses `12`, `12.5`, `①`, `Ⅲ`, `III` or `二十四`, in any width.
 * @returns null if the text is none of these, or not below a million.
 */
export function readNumeral(text: string): number | null {
  const plain = text.normalize('NFKC').trim();
  if (/^\d{1,6}(\.\d{1,2})?$/.test(plain)) return Number(plain);
  const roman = ROMAN.indexOf(plain.toUpperCase());
  if (roman >= 0) return roman + 1;
  return /^[〇一二三四五六七八九十百]+$/.test(plain) ? readKanji(plain) : null;
}

/** Accepts both 一〇一 and 百一; null if tens and hundreds are out of order. */
function readKanji(text: string): number | null {
  if (!/[十百]/.test(text))
    return Number(Array.from(text, (digit) => KANJI.indexOf(digit)).join(''));
  const match =
    /^(?:([二三四五六七八九]?)百)?(?:([二三四五六七八九]?)十)?([一二三四五六七八九]?)$/.exec(text);
  if (!match) return null;
  const times = (digit: string | undefined) => (digit === '' ? 1 : KANJI.indexOf(digit ?? '〇'));
  const ones = match[3] === '' ? 0 : times(match[3]);
  return times(match[1]) * 100 + times(match[2]) * 10 + ones;
}

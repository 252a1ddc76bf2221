import { HIRAGANA, KANA } from './kana.ts';
import { ACCENTED, PLAIN } from './latinAccents.ts';
import { NEW_NAME_KANJI, OLD_NAME_KANJI } from './nameKanji.ts';
import { NEW_KANJI, OLD_KANJI } from './oldKanji.ts';

/** One character of a text on its way into folded text. */
export interface Sign {
  /** Itself, folded; or one of GAP, MARK, STROKE and LONG. */
  sign: string;
  /** What stood in the text. */
  source: string;
  /** Where it stood, in UTF-16 units. */
  place: number;
}

/** A space. */
export const GAP = ' ';
/** Punctuation and symbols. */
export const MARK = '.';
/** A dash or a wave dash, which between kana may stand for a long mark. */
export const STROKE = '-';
/** The long mark of kana. */
export const LONG = 'ー';

export function isDigit(sign: string): boolean {
  return sign >= '0' && sign <= '9';
}

/** Whether it belongs to words that stand between spaces: Latin, Greek, Cyrillic. */
export function isLetter(sign: string): boolean {
  return (
    (sign >= 'a' && sign <= 'z') ||
    (sign >= '\u00c0' && sign < '\u0590') ||
    sign === '+' ||
    sign === '♯'
  );
}

const STROKES = '-‐‑‒–—―−─━⁃⁓~∼∾〜〰﹣';
/** Nothing to be seen, and nothing that parts a word. */
const UNSEEN = '\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufffd';
const APOSTROPHES = "'’‘ʼ`´";
/** Letters that are more than one. */
const LIGATURES: { [letter: string]: string } = {
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};

const SAME = toTable();

function toTable(): { [sign: string]: string } {
  const from = `${KANA}${OLD_KANJI}${OLD_NAME_KANJI}${ACCENTED}`.split('');
  const to = `${HIRAGANA}${NEW_KANJI}${NEW_NAME_KANJI}${PLAIN}`.split('');
  const table: { [sign: string]: string } = { ...LIGATURES };
  from.forEach((sign, index) => {
    table[sign] = to[index] ?? sign;
  });
  return table;
}

/** What a character, one UTF-16 unit in NFKC, is compared as; empty for what is not to be seen. */
export function foldUnit(unit: string): string {
  // Most of what is read: kanji and hiragana that stay as they are, and those in the tables.
  if (unit >= '\u3041') {
    if (unit <= '\u9fff') {
      if (unit === '・' || unit === '゠') return MARK;
      return SAME[unit] ?? unit;
    }
    if (unit >= '\ud800') return foldLateUnit(unit);
    return unit;
  }
  if (unit < '\u0080') return foldAscii(unit);
  if (unit < '\u2000') return foldAlphabet(unit);
  if (STROKES.indexOf(unit) >= 0) return STROKE;
  if (unit === '々' || unit === '〇' || unit === '〆') return unit;
  if (unit === '\u2028' || unit === '\u2029' || unit === '\u3000') return GAP;
  if (UNSEEN.indexOf(unit) >= 0 || APOSTROPHES.indexOf(unit) >= 0) return '';
  // The radicals are what NFKC left of them; everything else up to here is punctuation and symbols.
  return unit >= '\u2c00' && unit < '\u3000' ? unit : MARK;
}

function foldAscii(unit: string): string {
  if (unit >= 'a' && unit <= 'z') return unit;
  if (unit >= '0' && unit <= '9') return unit;
  if (unit >= 'A' && unit <= 'Z') return unit.toLowerCase();
  if (unit === '-' || unit === '~') return STROKE;
  if (unit === "'" || unit === '`') return '';
  if (unit === ' ' || unit === '\t' || unit === '\n' || unit === '\r') return GAP;
  return unit < ' ' || unit === '\u007f' ? '' : MARK;
}

function foldAlphabet(unit: string): string {
  if (unit < '\u00a0' || UNSEEN.indexOf(unit) >= 0 || APOSTROPHES.indexOf(unit) >= 0) return '';
  if (unit < '\u00c0' || unit === '×' || unit === '÷') return MARK;
  // Marks above and below a letter, which the letter has not taken in.
  if (unit >= '\u0300' && unit <= '\u036f') return '';
  return unit
    .toLowerCase()
    .split('')
    .map((letter) => SAME[letter] ?? letter)
    .filter((letter) => letter < '\u0300' || letter > '\u036f')
    .join('');
}

function foldLateUnit(unit: string): string {
  // Variation selectors, and what a lone half of a pair or a damaged file leaves.
  if (unit >= '\ufe00' && unit <= '\ufe0f') return '';
  return UNSEEN.indexOf(unit) >= 0 || unit >= '\ufff0' ? '' : (SAME[unit] ?? unit);
}

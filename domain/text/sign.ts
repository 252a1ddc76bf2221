import { HIRAGANA, KANA } from './kana.ts';
import { ACCENTED, PLAIN } from './latinAccents.ts';
import { NEW_NAME_KANJI, OLD_NAME_KANJI } from './nameKanji.ts';
import { NEW_KANJI, OLD_KANJI } from './oldKanji.ts';

/** One character of a text during folding. */
export interface Sign {
  /** The folded character, or one of GAP, MARK, STROKE and LONG. */
  sign: string;
  /** The original character. */
  source: string;
  /** Its position, in UTF-16 units. */
  place: number;
}

/** A space. */
export const GAP = ' ';
/** Punctuation and symbols. */
export const MARK = '.';
/** A dash or a wave dash, which may be a long mark between kana. */
export const STROKE = '-';
/** The long mark of kana. */
export const LONG = 'ー';

export function isDigit(sign: string): boolean {
  return sign >= '0' && sign <= '9';
}

/** Whether it belongs to words that are separated by spaces: Latin, Greek, Cyrillic. */
export function isLetter(sign: string): boolean {
  return (
    (sign >= 'a' && sign <= 'z') ||
    (sign >= '\u00c0' && sign < '\u0590') ||
    sign === '+' ||
    sign === '♯'
  );
}

const STROKES = '-‐‑‒–—―−─━⁃⁓~∼∾〜〰﹣';
/** Invisible, and not separating words. */
const UNSEEN = '\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufffd';
const APOSTROPHES = "'’‘ʼ`´";
/**
 * The folded form of characters that change: first only letters that expand to several, the others
 * on first use. AppSync evaluates this file for each call of a resolver that imports it, and most
 * calls fold nothing.
 */
const FOLDED: { [sign: string]: string } = {
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

function lookUp(sign: string): string {
  if (FOLDED.ァ === undefined) completeTable();
  return FOLDED[sign] ?? sign;
}

function completeTable(): void {
  const to = `${HIRAGANA}${NEW_KANJI}${NEW_NAME_KANJI}${PLAIN}`.split('');
  `${KANA}${OLD_KANJI}${OLD_NAME_KANJI}${ACCENTED}`.split('').forEach((sign, index) => {
    FOLDED[sign] = to[index] ?? sign;
  });
}

/** Folds a character, one UTF-16 unit in NFKC; empty for an invisible one. */
export function foldUnit(unit: string): string {
  // Most of the input: kanji and hiragana that stay the same, and those in the tables.
  if (unit >= '\u3041') {
    if (unit <= '\u9fff') {
      if (unit === '・' || unit === '゠') return MARK;
      return lookUp(unit);
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
  // The radicals are those that NFKC did not replace; everything else up to here is punctuation and
  // symbols.
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
  // Marks above and below a letter that were not composed with it.
  if (unit >= '\u0300' && unit <= '\u036f') return '';
  return unit
    .toLowerCase()
    .split('')
    .map(lookUp)
    .filter((letter) => letter < '\u0300' || letter > '\u036f')
    .join('');
}

function foldLateUnit(unit: string): string {
  // Variation selectors, and remains of a lone surrogate or a damaged file.
  if (unit >= '\ufe00' && unit <= '\ufe0f') return '';
  return UNSEEN.indexOf(unit) >= 0 || unit >= '\ufff0' ? '' : lookUp(unit);
}

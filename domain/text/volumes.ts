import { readKanjiNumber, readRomanNumber } from './numerals.ts';
import type { Token } from './readTokens.ts';

/** A number recognized in a sequence of tokens, or 上, 中 or 下. */
export interface Volume {
  /** Without leading zeros; 上, 中, 下 as they are. */
  value: string;
  /** The number of tokens, including 第, 巻, vol. */
  taken: number;
}

/** Counters that may follow a kanji numeral. */
const COUNTERS = '巻集部号章話版世弾期編冊回輯';
/** May follow a single Roman I, V or X; before anything else it is a letter, as in X線. */
const SORTS = '種類型部級期相編巻集世';

/** Returns the number or volume that begins at the token; null if there is none. */
export function readVolume(tokens: Token[], at: number): Volume | null {
  const token = tokens[at];
  if (token === undefined || token.kind === 'other') return null;
  if (token.text === '第') return readBehindOrdinal(tokens, at);
  if (token.text === '巻') return readBehindVolume(tokens, at);
  if (token.text === 'vol' || token.text === 'volume') return readBehindVol(tokens, at);
  if (token.text === '上' || token.text === '中' || token.text === '下')
    return readPart(tokens, at);
  const value = readNumber(tokens, at);
  return value === '' ? null : withCounter(tokens, at, value, 1);
}

/** 第3巻, and 第3 if nothing else follows. 第3の男 keeps its 第. */
function readBehindOrdinal(tokens: Token[], at: number): Volume | null {
  const value = readPlain(tokens[at + 1]);
  if (value === '') return null;
  return tokens[at + 2]?.text === '巻' || isEdge(tokens[at + 2])
    ? withCounter(tokens, at + 1, bare(value), 2)
    : null;
}

/** 巻3, 巻三, 巻の三. */
function readBehindVolume(tokens: Token[], at: number): Volume | null {
  const next = tokens[at + 1];
  const isJoined = next?.text === 'の' || next?.text === '之';
  const value = readPlain(isJoined ? tokens[at + 2] : next);
  return value === '' ? null : { value: bare(value), taken: isJoined ? 3 : 2 };
}

/** Vol.3, vol. 3, volume 3. */
function readBehindVol(tokens: Token[], at: number): Volume | null {
  const dotted = tokens[at + 1]?.kind === 'mark' ? 1 : 0;
  const spaced = tokens[at + 1 + dotted]?.kind === 'gap' ? 1 : 0;
  const number = tokens[at + 1 + dotted + spaced];
  const value = number?.kind === 'digits' ? bare(number.text) : readRomanNumber(number?.text ?? '');
  return value === '' ? null : { value, taken: 2 + dotted + spaced };
}

/** 上巻, (上), and 上 after a space. */
function readPart(tokens: Token[], at: number): Volume | null {
  const value = tokens[at]?.text ?? '';
  if (tokens[at + 1]?.text === '巻') return { value, taken: 2 };
  return standsAlone(tokens, at) ? { value, taken: 1 } : null;
}

/** The 巻 after a number belongs to it. */
function withCounter(tokens: Token[], at: number, value: string, taken: number): Volume {
  return tokens[at + 1]?.text === '巻'
    ? { value: bare(value), taken: taken + 1 }
    : { value, taken };
}

/** Digits, or a kanji or Roman numeral that can be nothing else; empty otherwise. */
function readNumber(tokens: Token[], at: number): string {
  const token = tokens[at];
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (token === undefined) return '';
  // 01 is 1; 007 is not 7.
  if (token.kind === 'digits') return token.text.length === 2 ? bare(token.text) : token.text;
  if (before?.kind === 'digits') return '';
  if (token.kind === 'numerals') {
    const counts = next !== undefined && COUNTERS.indexOf(next.text.charAt(0)) >= 0;
    return counts || before?.text === '第' || standsAlone(tokens, at)
      ? readKanjiNumber(token.text)
      : '';
  }
  if (token.kind !== 'letters' || isStart(tokens, at) || next?.kind === 'digits') return '';
  if (token.text.length > 1) return readRomanNumber(token.text);
  const isPronoun = next?.kind === 'gap' && tokens[at + 2]?.kind === 'letters';
  const isSort = next?.kind !== 'gap' && SORTS.indexOf(next?.text.charAt(0) ?? '') >= 0;
  return !isPronoun && (isEdge(next) || isSort) ? readRomanNumber(token.text) : '';
}

function readPlain(token: Token | undefined): string {
  if (token?.kind === 'digits') return token.text;
  return token?.kind === 'numerals' ? readKanjiNumber(token.text) : '';
}

/** Without leading zeros. */
function bare(digits: string): string {
  const first = digits.split('').findIndex((digit) => digit !== '0');
  return first < 0 ? '0' : digits.slice(first);
}

/**
 * Between spaces or brackets, and not the first word: a title or a query that begins with 三 or 上
 * means the character.
 */
function standsAlone(tokens: Token[], at: number): boolean {
  return isEdge(tokens[at - 1]) && !isStart(tokens, at) && isEdge(tokens[at + 1]);
}

function isStart(tokens: Token[], at: number): boolean {
  return at === 0 || (at === 1 && tokens[0]?.kind === 'gap');
}

function isEdge(token: Token | undefined): boolean {
  return token === undefined || token.kind === 'gap' || token.kind === 'mark';
}

import { notEmulated } from './errors.ts';
import { DAYS, MONTHS } from './formatJavaTime.ts';
import { readJavaPattern, type Token } from './javaPattern.ts';
import { offsetAt, parseOffset } from './timeZone.ts';

/** The parsed values by pattern letter; `u` includes `y`, `M` includes `L`, `X` every offset. */
type Found = Record<string, number>;

/** The remaining text after some tokens, and their values; null if they do not match. */
type Read = { rest: string; found: Found } | null;

/**
 * Parses a text by a pattern of Java's DateTimeFormatter into epoch milliseconds. An offset in the
 * text takes precedence over the time zone, which defaults to UTC.
 */
export function parseJavaTime(text: string, pattern: string, timezone = 'UTC'): number {
  const tokens = readJavaPattern(pattern);
  refuseUnknown(tokens);
  const read = readTokens(text, tokens, {});
  if (read?.rest !== '') throw misfit(text, pattern);
  const { found } = read;
  const has = (...letters: string[]) => letters.some((letter) => found[letter] !== undefined);
  if (!has('u') || !(has('D') || (has('M') && has('d'))) || !has('H', 'k', 'h', 'K')) {
    throw notEmulated(`util.time reading "${text}" as "${pattern}", without a date and an hour,`);
  }
  const utc = toUtc(found);
  if (utc === null) throw misfit(text, pattern);
  const offset = found.X;
  return utc - (offset ?? offsetAt(utc - offsetAt(utc, timezone), timezone));
}

function misfit(text: string, pattern: string): Error {
  return new Error(`"${text}" does not follow the format "${pattern}"`);
}

/** As in Java's smart mode: checks ranges; the 31st of a short month becomes its last day. */
function toUtc(found: Found): number | null {
  const { u = 0, M = 1, d = 1, D, a, m = 0, s = 0, S = 0 } = found;
  const half = found.h !== undefined ? found.h % 12 : found.K;
  if (half !== undefined && a === undefined) return null;
  const H = found.H ?? (found.k !== undefined ? found.k % 24 : (half ?? 0) + (a ?? 0) * 12);
  const isInRange =
    M >= 1 && M <= 12 && d >= 1 && d <= 31 && H <= 23 && m <= 59 && s <= 59 && (D ?? 1) <= 366;
  if (!isInRange) return null;
  const lastDay = new Date(Date.UTC(u, M, 0)).getUTCDate();
  return D === undefined
    ? Date.UTC(u, M - 1, Math.min(d, lastDay), H, m, s, S)
    : Date.UTC(u, 0, D, H, m, s, S);
}

function readTokens(text: string, tokens: Token[], before: Found): Read {
  let rest = text;
  let found = before;
  for (const token of tokens) {
    if (token.kind === 'text') {
      if (!rest.startsWith(token.text)) return null;
      rest = rest.slice(token.text.length);
      continue;
    }
    const read: Read =
      token.kind === 'optional'
        ? (readTokens(rest, token.tokens, found) ?? { rest, found })
        : readField(rest, token.letter, token.width, found);
    if (!read) return null;
    ({ rest, found } = read);
  }
  return { rest, found };
}

const SAME: Record<string, string> = { y: 'u', L: 'M', x: 'X', Z: 'X' };
const DIGITS = 'uMdDHkKhms';

function readField(text: string, given: string, width: number, found: Found): Read {
  const letter = SAME[given] ?? given;
  const take = (taken: string | undefined, value: (taken: string) => number): Read =>
    taken === undefined
      ? null
      : { rest: text.slice(taken.length), found: { ...found, [letter]: value(taken) } };
  const match = (pattern: string) => new RegExp(`^(?:${pattern})`).exec(text)?.[0];
  if (letter === 'X') return take(match('Z|[+-]\\d{2}(?::?\\d{2})?'), parseOffset);
  if (letter === 'a') return take(match('AM|PM'), (half) => (half === 'PM' ? 1 : 0));
  if (letter === 'S')
    return take(match(`\\d{${width}}`), (digits) => Number(digits.padEnd(3, '0').slice(0, 3)));
  if (letter === 'E' || (letter === 'M' && width > 2)) {
    const names = (letter === 'E' ? DAYS : MONTHS).map((name) =>
      width === 4 ? name : name.slice(0, 3),
    );
    return take(match(names.join('|')), (name) => names.indexOf(name) + 1);
  }
  const digits = match(width === 1 ? '\\d+' : `\\d{${width}}`);
  return take(digits, (taken) =>
    letter === 'u' && width === 2 ? 2000 + Number(taken) : Number(taken),
  );
}

/** Maximum repetitions of letters for which it is not four. */
const MOST: Record<string, number> = { S: 9, X: 5, x: 5, Z: 5 };

function refuseUnknown(tokens: Token[]): void {
  for (const token of tokens) {
    if (token.kind === 'optional') refuseUnknown(token.tokens);
    if (token.kind !== 'field') continue;
    const { letter, width } = token;
    const isKnown =
      `${DIGITS}XaSE`.includes(SAME[letter] ?? letter) && width <= (MOST[letter] ?? 4);
    // `ZZZZ` is an offset after GMT.
    if (!isKnown || (letter === 'Z' && width === 4)) {
      throw notEmulated(`util.time reading the pattern ${letter.repeat(width)}`);
    }
  }
}

import { notEmulated } from './errors.ts';

type Parts = Record<
  'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'millisecond',
  number
>;

const FIELDS: Record<string, keyof Parts> = {
  y: 'year',
  u: 'year',
  M: 'month',
  d: 'day',
  H: 'hour',
  m: 'minute',
  s: 'second',
  S: 'millisecond',
};

/** Writes a moment by a pattern of Java's DateTimeFormatter: y u M d H m s S Z X x and literals. */
export function formatJavaTime(milliseconds: number, format: string, timezone: string): string {
  const parts = partsIn(milliseconds, timezone);
  return tokensOf(format)
    .map((token) => {
      if (token.literal !== undefined) return token.literal;
      const { letter, width } = token;
      if ('ZXx'.includes(letter))
        return formatOffset(offsetAt(milliseconds, timezone), letter, width);
      const field = FIELDS[letter];
      if (!field || (letter === 'M' && width > 2)) {
        throw notEmulated(`util.time with the pattern letter ${letter.repeat(width)}`);
      }
      if (field === 'millisecond') {
        return String(parts.millisecond).padStart(3, '0').padEnd(width, '0').slice(0, width);
      }
      if (field === 'year' && width === 2) return String(parts.year % 100).padStart(2, '0');
      return String(parts[field]).padStart(width, '0');
    })
    .join('');
}

/** The epoch milliseconds of a text written by the pattern; UTC unless text or argument say else. */
export function parseJavaTime(text: string, format: string, timezone = 'UTC'): number {
  const parts: Parts = {
    year: 1970,
    month: 1,
    day: 1,
    hour: 0,
    minute: 0,
    second: 0,
    millisecond: 0,
  };
  let offset: number | null = null;
  let rest = text;
  for (const token of tokensOf(format)) {
    const taken = takeToken(rest, token, text, format);
    rest = rest.slice(taken.length);
    if (token.literal !== undefined) continue;
    const field = FIELDS[token.letter];
    if (!field) offset = parseOffset(taken);
    else
      parts[field] =
        field === 'millisecond' ? Number(taken.padEnd(3, '0').slice(0, 3)) : Number(taken);
  }
  if (rest !== '') throw new Error(`"${text}" does not follow the format "${format}"`);
  const { year, month, day, hour, minute, second, millisecond } = parts;
  const utc = Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
  return utc - (offset ?? offsetAt(utc - offsetAt(utc, timezone), timezone));
}

type Token = { literal: string } | { literal?: undefined; letter: string; width: number };

function tokensOf(format: string): Token[] {
  const tokens: Token[] = [];
  for (const match of format.matchAll(/'((?:[^']|'')*)'|([a-zA-Z])\2*|[^a-zA-Z']+/g)) {
    if (match[1] !== undefined) tokens.push({ literal: match[1].replaceAll("''", "'") || "'" });
    else if (match[2] !== undefined) tokens.push({ letter: match[2], width: match[0].length });
    else tokens.push({ literal: match[0] });
  }
  return tokens;
}

function takeToken(rest: string, token: Token, text: string, format: string): string {
  if (token.literal !== undefined && rest.startsWith(token.literal)) return token.literal;
  if (token.literal === undefined) {
    const digits = token.width === 1 ? '\\d+' : `\\d{${token.width}}`;
    const pattern = 'ZXx'.includes(token.letter) ? 'Z|[+-]\\d{2}(?::?\\d{2})?' : digits;
    const match = new RegExp(`^(?:${pattern})`).exec(rest);
    if (match && (FIELDS[token.letter] || 'ZXx'.includes(token.letter))) return match[0];
  }
  throw new Error(`"${text}" does not follow the format "${format}"`);
}

function partsIn(milliseconds: number, timezone: string): Parts {
  const local = new Date(milliseconds + offsetAt(milliseconds, timezone));
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    millisecond: local.getUTCMilliseconds(),
  };
}

/** How far local time is ahead of UTC, in milliseconds. */
function offsetAt(milliseconds: number, timezone: string): number {
  if (timezone === 'UTC' || timezone === 'Z') return 0;
  if (/^[+-]\d{2}:?\d{2}$/.test(timezone)) return parseOffset(timezone);
  const name = new Intl.DateTimeFormat('en', { timeZone: timezone, timeZoneName: 'longOffset' })
    .formatToParts(milliseconds)
    .find((part) => part.type === 'timeZoneName')?.value;
  return parseOffset((name ?? '').replace('GMT', '') || 'Z');
}

function parseOffset(text: string): number {
  if (text === 'Z') return 0;
  const minutes = Number(text.slice(1, 3)) * 60 + Number(text.slice(3).replace(':', '') || 0);
  return (text.startsWith('-') ? -1 : 1) * minutes * 60_000;
}

function formatOffset(offset: number, letter: string, width: number): string {
  if (letter === 'X' && offset === 0) return 'Z';
  const minutes = Math.abs(offset) / 60_000;
  const colon = letter !== 'Z' && width === 3 ? ':' : '';
  const hour = String(Math.floor(minutes / 60)).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${hour}${colon}${String(minutes % 60).padStart(2, '0')}`;
}

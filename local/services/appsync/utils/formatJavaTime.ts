import { notEmulated } from './errors.ts';
import { readJavaPattern, type Token } from './javaPattern.ts';
import { memberOf } from './memberOf.ts';
import { formatOffset, offsetAt } from './timeZone.ts';

const DAY_MS = 86_400_000;

/** Java's English names; 1 to 3 letters select the short form, 4 the full form, 5 the initial. */
export const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );
export const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/**
 * Formats a moment by a pattern of Java's DateTimeFormatter, with English names and United States
 * weeks, which begin on Sunday. Rejects letters that are not emulated, naming them.
 */
export function formatJavaTime(milliseconds: number, pattern: string, timezone: string): string {
  const offset = offsetAt(milliseconds, timezone);
  const local = new Date(milliseconds + offset);
  const write = (tokens: Token[]): string =>
    tokens
      .map((token) => {
        if (token.kind === 'text') return token.text;
        if (token.kind === 'optional') return write(token.tokens);
        const { letter, width } = token;
        if ('OXxZ'.includes(letter)) return formatOffset(offset, letter, width);
        if (letter === 'V' && width === 2) return timezone === 'UTC' ? 'Z' : timezone;
        const writer = memberOf(WRITERS, letter);
        if (!writer) throw notEmulated(`util.time with the pattern ${letter.repeat(width)}`);
        return writer(local, width);
      })
      .join('');
  return write(readJavaPattern(pattern));
}

type Writer = (local: Date, width: number) => string;

const padded = (value: number, width: number) => String(value).padStart(width, '0');
const number =
  (read: (local: Date) => number): Writer =>
  (local, width) =>
    padded(read(local), width);
const named =
  (names: string[], read: (local: Date) => number): Writer =>
  (local, width) => {
    const name = names[read(local)] ?? '';
    return width === 4 ? name : name.slice(0, width === 5 ? 1 : 3);
  };
const year =
  (read: (local: Date) => number): Writer =>
  (local, width) =>
    width === 2 ? padded(read(local) % 100, 2) : padded(read(local), width);

const hour = (local: Date) => local.getUTCHours();
const millisecondOfDay = (local: Date) => ((local.getTime() % DAY_MS) + DAY_MS) % DAY_MS;
const dayOfYear = (local: Date) =>
  Math.floor((local.getTime() - Date.UTC(local.getUTCFullYear(), 0, 1)) / DAY_MS) + 1;
const quarter = (local: Date) => Math.floor(local.getUTCMonth() / 3) + 1;
/** The year of the Saturday that ends the week. */
const weekYear = (local: Date) =>
  new Date(local.getTime() + (6 - local.getUTCDay()) * DAY_MS).getUTCFullYear();

const month: Writer = (local, width) =>
  width <= 2
    ? padded(local.getUTCMonth() + 1, width)
    : named(MONTHS, (at) => at.getUTCMonth())(local, width);
const quarterOf: Writer = (local, width) =>
  width <= 2
    ? padded(quarter(local), width)
    : width === 3
      ? `Q${quarter(local)}`
      : `${['1st', '2nd', '3rd', '4th'][quarter(local) - 1]} quarter`;

const WRITERS: Record<string, Writer> = {
  G: (_, width) => (width === 4 ? 'Anno Domini' : width === 5 ? 'A' : 'AD'),
  u: year((local) => local.getUTCFullYear()),
  y: year((local) => local.getUTCFullYear()),
  Y: year(weekYear),
  M: month,
  L: month,
  Q: quarterOf,
  q: quarterOf,
  d: number((local) => local.getUTCDate()),
  D: number(dayOfYear),
  E: named(DAYS, (local) => local.getUTCDay()),
  a: (local) => (hour(local) < 12 ? 'AM' : 'PM'),
  H: number(hour),
  k: number((local) => hour(local) || 24),
  K: number((local) => hour(local) % 12),
  h: number((local) => hour(local) % 12 || 12),
  m: number((local) => local.getUTCMinutes()),
  s: number((local) => local.getUTCSeconds()),
  S: (local, width) => padded(local.getUTCMilliseconds(), 3).padEnd(width, '0').slice(0, width),
  n: number((local) => local.getUTCMilliseconds() * 1_000_000),
  A: number(millisecondOfDay),
  N: number((local) => millisecondOfDay(local) * 1_000_000),
};

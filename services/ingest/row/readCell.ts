import { parsePeople, parseStatement } from '../book/contributors.ts';
import { type IsbnMending, parseIsbn } from '../book/isbn.ts';
import { parsePrice, parseSetPrice } from '../book/price.ts';
import { splitSeries } from '../book/series.ts';
import type { Column, Profile } from '../profile/profile.ts';
import { parseReleaseDate } from '../release-date/parseReleaseDate.ts';
import type { RejectionCode } from './rejection.ts';

/** The parsed value of a cell of each kind. */
export type CellValue = string | number | object | object[];

/**
 * A value with its repairs, no value (null), or why the cell is rejected. A relative value counts
 * from the file's business date.
 */
export type CellResult =
  | { value: CellValue | null; mendings?: IsbnMending[]; isRelative?: boolean }
  | { code: RejectionCode };

/**
 * Characters that are invalid in a book's texts: control characters, and those that change the
 * writing direction.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

/** Parses one cell by its column's kind. An empty cell is null, whatever its kind. */
export function readCell(
  cell: string,
  column: Column,
  profile: Profile,
  baseDate: string | null,
): CellResult {
  const text = cell.trim();
  if (CONTROL.test(cell)) return { code: 'control-character' };
  if (!column.lineBreaks && cell.includes('\n')) return { code: 'line-break' };
  if (column.kind === 'release') return readRelease(cell, column, profile, baseDate);
  if (text === '') return { value: null };
  if (text.length > column.maxLength) return { code: 'too-long' };
  switch (column.kind) {
    case 'text':
      return { value: text };
    case 'isbn': {
      const result = parseIsbn(text);
      return result.ok ? { value: result.isbn, mendings: result.mendings } : { code: result.code };
    }
    case 'price':
      return orCode(parsePrice(text), 'price-form');
    case 'setPrice':
      return orCode(parseSetPrice(text), 'price-form');
    case 'statement':
      return { value: [parseStatement(text)] };
    case 'people':
      return orCode(parsePeople(text, profile.separators), 'people-form');
    case 'series':
      return { value: [splitSeries(text)] };
    case 'day':
      return orCode(readDay(text), 'day-form');
    case 'instant':
      return orCode(readInstant(text), 'instant-form');
    case 'choice':
      return orCode(column.choices?.[text.normalize('NFKC')] ?? null, 'unknown-choice');
    case 'integer':
      return orCode(
        /^\d{1,9}$/.test(text.normalize('NFKC')) ? text.normalize('NFKC') : null,
        'integer-form',
      );
    case 'address':
      return orCode(readAddress(text), 'address-form');
  }
}

function orCode(value: CellValue | null, code: RejectionCode): CellResult {
  return value === null ? { code } : { value };
}

function readRelease(
  cell: string,
  { onixFormat }: Column,
  profile: Profile,
  baseDate: string | null,
): CellResult {
  if (cell.length > 200) return { code: 'too-long' };
  const context = { onixFormat: onixFormat ?? null, unknownTexts: profile.unknownDates };
  const plain = parseReleaseDate(cell, context);
  if (plain.ok) return { value: plain.release };
  if (plain.code !== 'no-base-date' || baseDate === null) return { code: plain.code };
  const relative = parseReleaseDate(cell, { ...context, baseDate });
  return relative.ok ? { value: relative.release, isRelative: true } : { code: relative.code };
}

function readDay(text: string): string | null {
  const folded = text.normalize('NFKC');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(folded)) return null;
  const at = new Date(`${folded}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(folded) ? folded : null;
}

/** Returns UTC as `YYYY-MM-DD HH:MM:SS.ffffff`, with microseconds. */
function readInstant(text: string): string | null {
  const match =
    /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:\d{2})$/.exec(
      text,
    );
  if (!match) return null;
  const [, day = '', minute = '', second = '00', fraction = '', zone = ''] = match;
  const at = Date.parse(`${day}T${minute}:${second}${zone}`);
  if (Number.isNaN(at) || readDay(day) === null) return null;
  const iso = new Date(at).toISOString();
  // The range of DATETIME; beyond it the year has more digits and a sign.
  if (!/^[1-9]\d{3}-/.test(iso)) return null;
  const utc = iso.slice(0, 19).replace('T', ' ');
  return `${utc}.${fraction.slice(0, 6).padEnd(6, '0')}`;
}

function readAddress(text: string): string | null {
  return URL.canParse(text) && new URL(text).protocol === 'https:' ? text : null;
}

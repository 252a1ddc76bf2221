import type { Release } from '../../../domain/release/release.ts';
import type { BookFields } from '../book/bookFields.ts';
import { type BookIds, deriveBookIds } from '../book/bookIds.ts';
import type { Contributor } from '../book/contributors.ts';
import { hashBook } from '../book/hashBook.ts';
import type { IsbnMending } from '../book/isbn.ts';
import type { SeriesStatement } from '../book/series.ts';
import type { Action, Field, Profile } from '../profile/profile.ts';
import type { FileRecord } from '../read/frameRecords.ts';
import type { Layout } from '../read/layout.ts';
import { type CellValue, readCell } from './readCell.ts';
import { describeRejection, type Rejection } from './rejection.ts';

/** Facts about the file that parsing a row needs. */
export interface RowContext {
  profile: Profile;
  layout: Layout;
  /** The file's business date; null if its name has none. */
  baseDate: string | null;
  /** Today in Japan: a row with a later 解禁日 is held. */
  today: string;
}

/** A cell that was repaired before it could be parsed. */
export interface Mending {
  column: string;
  kind: IsbnMending;
  seen: string;
  became: string;
}

/** A row on its way into the book table. */
interface ParsedRow extends BookIds {
  action: Action | 'HOLD';
  book: BookFields;
  contentHash: string;
  /** UTC in the database's format; null if the feed does not state it. */
  updatedAt: string | null;
  /** Whether the same text means the same in a later file: 来月 does not. */
  isLasting: boolean;
  mendings: Mending[];
}

/** A parsed row, or why it is rejected and, if known, its record. */
export type RowResult = { row: ParsedRow } | { rejection: Rejection; seen: BookIds | null };

/** Parses one record according to the profile. */
export function parseRow(record: FileRecord, context: RowContext): RowResult {
  const { profile, layout } = context;
  const reject = (rejection: Rejection, seen: BookIds | null = null) => ({ rejection, seen });
  if (record.cells === null || record.broken !== null) {
    return reject(describeRejection(record.line, null, record.broken ?? 'stray-quote', record.raw));
  }
  if (record.cells.length !== layout.width) {
    const count = record.cells.length;
    return reject(
      describeRejection(record.line, null, 'cell-count', record.raw, [
        `${count}列、正しくは${layout.width}列`,
        `${count} cells, expected ${layout.width}`,
      ]),
    );
  }
  if (!record.terminated && profile.finalNewline === 'required') {
    return reject(describeRejection(record.line, null, 'unterminated', record.raw));
  }
  const { values, first, mendings, isLasting } = readCells(record, record.cells, context);
  const rejection = first ?? findMissing(record, values, profile);
  if (rejection) return reject(rejection, idsOf(values, profile));
  return { row: { ...toRow(values, context), mendings, isLasting } };
}

type Values = { [field in Field]?: CellValue };

/** Returns all cells that can be parsed, and the first that cannot. */
function readCells(record: FileRecord, cells: string[], context: RowContext) {
  const values: Values = {};
  const mendings: Mending[] = [];
  let first: Rejection | null = null;
  let isLasting = true;
  for (const { column, index } of context.layout.columns) {
    const cell = cells[index] ?? '';
    const result = readCell(cell, column, context.profile, context.baseDate);
    if ('code' in result) {
      const detail =
        result.code === 'too-long'
          ? ([`${column.maxLength}文字まで`, `at most ${column.maxLength} characters`] as const)
          : undefined;
      first ??= describeRejection(record.line, column.name, result.code, cell, detail);
    } else if (result.value !== null && column.field !== 'none') {
      if (result.isRelative) isLasting = false;
      const before = values[column.field];
      for (const kind of result.mendings ?? []) {
        mendings.push({ column: column.name, kind, seen: cell, became: String(result.value) });
      }
      values[column.field] =
        Array.isArray(before) && Array.isArray(result.value)
          ? [...before, ...result.value]
          : result.value;
    }
  }
  return { values, first, mendings, isLasting };
}

function findMissing(record: FileRecord, values: Values, profile: Profile): Rejection | null {
  const action = values.action ?? profile.defaultAction;
  if (action === undefined) {
    return missing(record, 'action', profile);
  }
  // A choice column yields only actions that the profile lists.
  for (const field of profile.needs[action as Action]) {
    const value = values[field];
    const isEmpty =
      field === 'release' ? (value as Release | undefined)?.text.trim() === '' : false;
    if (value === undefined || isEmpty) return missing(record, field, profile);
  }
  return null;
}

function missing(record: FileRecord, field: Field, profile: Profile): Rejection {
  const name = profile.columns.find((column) => column.field === field)?.name ?? field;
  return describeRejection(record.line, name, 'missing-value', '');
}

function idsOf(values: Values, profile: Profile): BookIds | null {
  if (profile.key === 'record-id' && values.recordId === undefined) return null;
  if (profile.key === 'content' && values.title === undefined) return null;
  const text = (field: Field) => (values[field] as string | undefined) ?? null;
  return deriveBookIds({
    profile: profile.name,
    recordId: profile.key === 'record-id' ? text('recordId') : null,
    isbn: text('isbn'),
    title: text('title') ?? '',
    subtitle: text('subtitle'),
    edition: text('edition'),
    publisher: text('publisher'),
    volume: text('volume'),
    isSet: values.setPrice !== undefined,
  });
}

function toRow(values: Values, context: RowContext): Omit<ParsedRow, 'mendings' | 'isLasting'> {
  const { profile, baseDate, today } = context;
  const ids = idsOf(values, profile);
  if (!ids) throw new Error(`Profile ${profile.name} accepts a row without a key`);
  const book = toBook(values);
  // As above: the profile's own actions.
  const action = (values.action ?? profile.defaultAction) as Action;
  const publicFrom = values.publicFrom as string | undefined;
  const isHeld = action === 'UPSERT' && publicFrom !== undefined && publicFrom > today;
  const ownTime = values.updatedAt as string | undefined;
  const fileTime = baseDate === null ? null : `${baseDate} 00:00:00.000000`;
  return {
    ...ids,
    action: isHeld ? 'HOLD' : action,
    book,
    contentHash: hashBook(book),
    updatedAt: ownTime ?? (profile.updatedAt === 'base-date' ? fileTime : null),
  };
}

// Each field's type follows from its column's kind, which the profile fixes.
function toBook(values: Values): BookFields {
  const text = (field: Field) => (values[field] as string | undefined) ?? null;
  const yen = (field: Field) => (values[field] as number | undefined) ?? null;
  return {
    isbn: text('isbn'),
    title: text('title'),
    subtitle: text('subtitle'),
    titleReading: text('titleReading'),
    volume: text('volume'),
    edition: text('edition'),
    contributors: (values.contributors as Contributor[] | undefined) ?? [],
    publisher: text('publisher'),
    seller: text('seller'),
    label: text('label'),
    series: toSeries(values),
    price: yen('price'),
    priceWithTax: yen('priceWithTax'),
    setPrice: yen('setPrice'),
    taxRate: values.taxRate === undefined ? null : Number(values.taxRate),
    form: text('form'),
    pages: text('pages'),
    description: text('description'),
    coverUrl: text('coverUrl'),
    release: toRelease(values),
  };
}

function toSeries(values: Values): SeriesStatement[] {
  if (Array.isArray(values.series)) return values.series as SeriesStatement[];
  if (values.series === undefined) return [];
  const number = (values.seriesNumber as string | undefined) ?? null;
  return [{ name: values.series as string, number }];
}

/** The day on which books reach the wholesaler is the earliest on which a shop can have them. */
function toRelease(values: Values): Release | null {
  const release = (values.release as Release | undefined) ?? null;
  if (values.releaseKind !== 'DELIVERED' || release === null || release.earliest === null) {
    return release;
  }
  return { ...release, latest: null, precision: 'FROM' };
}

import { cutText } from '../../lib/cutText.ts';
import type { Column, Profile } from '../profile/profile.ts';
import { RefusedFile } from '../refusedFile.ts';
import { findLookalike } from './findLookalike.ts';
import type { FileRecord } from './frameRecords.ts';

/** Maps columns to cells. */
export interface Layout {
  /** The number of cells that each row must have. */
  width: number;
  columns: { column: Column; index: number }[];
  /** Columns of the file that are not in the profile; they are ignored. */
  unknown: string[];
  /** Whether the first record is a header. */
  hasHeader: boolean;
}

/**
 * Reads the layout from the first record. Throws `RefusedFile` if it does not fit the profile,
 * naming the one of `profiles` that it fits.
 */
export function readLayout(
  first: FileRecord,
  profile: Profile,
  profiles: readonly Profile[],
): Layout {
  return profile.header === 'named'
    ? readHeader(first, profile, profiles)
    : fixedOrder(first, profile);
}

/** Whether the cells can be one row: the right number, with line breaks only where allowed. */
export function fitsLayout(cells: string[], layout: Layout): boolean {
  if (cells.length !== layout.width) return false;
  const mayBreak = new Set(
    layout.columns.filter(({ column }) => column.lineBreaks).map(({ index }) => index),
  );
  return cells.every((cell, index) => mayBreak.has(index) || !cell.includes('\n'));
}

function fixedOrder(first: FileRecord, profile: Profile): Layout {
  const names = profile.columns.map(({ name }) => name);
  const hasHeader = first.cells?.[0] === names[0];
  return {
    width: names.length,
    columns: profile.columns.map((column, index) => ({ column, index })),
    unknown: [],
    hasHeader,
  };
}

function readHeader(first: FileRecord, profile: Profile, profiles: readonly Profile[]): Layout {
  const names = (first.cells ?? []).map((cell) => toColumnName(cell, profile));
  const known = profile.columns.filter(({ name }) => names.includes(name));
  if (first.broken !== null && first.raw.includes(profile.columns[0]?.name ?? '')) {
    throw brokenHeader(first);
  }
  if (known.length === 0) throw findLookalike(first.raw, profile, profiles);
  const doubled = names.find((name, index) => name !== '' && names.indexOf(name) !== index);
  if (doubled !== undefined) {
    throw new RefusedFile(
      'doubled-column',
      `見出し行に列「${doubled}」が2回以上あります。1回だけにしてください。`,
      `The header names the column ${doubled} more than once; expected once.`,
    );
  }
  const missing = profile.columns.filter(({ name, required }) => required && !names.includes(name));
  if (missing.length > 0) {
    const list = missing.map(({ name }) => name);
    throw new RefusedFile(
      'missing-column',
      `見出し行に必須の列がありません: ${list.join('、')}。ある列: ${names.join('、')}`,
      `The header lacks required columns: ${list.join(', ')}; it has ${names.join(', ')}.`,
    );
  }
  return {
    width: names.length,
    columns: known.map((column) => ({ column, index: names.indexOf(column.name) })),
    unknown: names.filter((name) => !profile.columns.some((column) => column.name === name)),
    hasHeader: true,
  };
}

/** Returns the profile's name for a header cell, whatever its width and alias. */
function toColumnName(cell: string, profile: Profile): string {
  const name = cell.trim();
  const folded = name.normalize('NFKC');
  const column = profile.columns.find((each) =>
    [each.name, ...each.aliases].some((known) => known.normalize('NFKC') === folded),
  );
  return column?.name ?? name;
}

function brokenHeader(first: FileRecord): RefusedFile {
  const shown = cutText(first.raw, 60);
  return new RefusedFile(
    'broken-header',
    `見出し行を読めません(引用符の誤りか、64 KBを超える行です): ${shown}`,
    `The header cannot be read (${first.broken}): ${shown}`,
  );
}

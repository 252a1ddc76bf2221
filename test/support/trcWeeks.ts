import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'vitest';
import { sharedFile } from './sharedData.ts';

/** The invented rows in `trc/` contain each form that the real weeks have. */
export const INVENTED_WEEK = '20270109';
export const REAL_WEEKS = [
  '20170826',
  '20170902',
  '20170909',
  '20170916',
  '20170923',
  '20170930',
  '20171007',
];

/** The path of a weekly file of TRC; without the real ones, their tests are skipped. */
export function trcFile(week: string, context: TestContext): string {
  const name = `TRCOpenBibData_${week}.txt`;
  if (week === INVENTED_WEEK) return join(import.meta.dirname, 'trc', name);
  return sharedFile(join('trc', name), context);
}

/** The rows of the same week as converted independently, by TRC's names of columns. */
export function readOracle(file: string): { [member: string]: string | null }[] {
  return JSON.parse(readFileSync(file.replace('.txt', '.json'), 'utf8'));
}

/** The parts of a row by which readers search. */
export interface TrcRow {
  title: string;
  subtitle: string;
  authors: string[];
  publisher: string;
  series: string[];
  volumeTitle: string;
}

/** All rows of these weeks, in order. */
export function trcRows(weeks: string[], context: TestContext): TrcRow[] {
  return weeks.flatMap((week) =>
    readFileSync(trcFile(week, context), 'utf8')
      .split('\r\n')
      .filter((line) => line !== '')
      .map((line) => toRow(line.split('\t'))),
  );
}

function toRow(cells: string[]): TrcRow {
  const [, title = '', subtitle = '', author = '', author2 = '', , publisher = ''] = cells;
  const authors = [author, author2].filter((one) => one !== '');
  const series = cells.slice(12, 15).filter((one) => one !== '');
  return { title, subtitle, authors, publisher, series, volumeTitle: cells[15] ?? '' };
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../../shared/data/trc');

/** The parts of a row of TRC's weekly files by which readers search. */
export interface TrcRow {
  title: string;
  subtitle: string;
  authors: string[];
  publisher: string;
  series: string[];
  volumeTitle: string;
}

/** All rows of the files, in order; null if the files are not beside the project. */
export function trcRows(): TrcRow[] | null {
  if (!existsSync(FOLDER)) {
    console.warn(`no data: ${FOLDER}`);
    return null;
  }
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.txt'));
  return files.flatMap((file) =>
    readFileSync(join(FOLDER, file), 'utf8')
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

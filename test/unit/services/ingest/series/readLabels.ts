import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'vitest';
import type {
  RecognizedSeries,
  SeriesFields,
} from '../../../../../services/ingest/book/recognizeSeries.ts';
import { splitSeries } from '../../../../../services/ingest/book/series.ts';
import { trcFile } from '../../../../support/trcWeeks.ts';

const PLACES = { title: 1, subtitle: 2, series: 12, series2: 13, series3: 14 };
const VOLUME = 15;

/** A row and its label: any of `right`, none if it is empty, null if both are acceptable. */
export interface LabelledRow {
  at: string;
  half: 'tune' | 'held';
  fields: SeriesFields;
  right: RecognizedSeries[] | null;
}

/** Reads the labelled rows of README.md. */
export function readLabels(context: TestContext): LabelledRow[] {
  const weeks = new Map<string, string[]>();
  const [, ...lines] = read(join(import.meta.dirname, 'labels.tsv'))
    .trimEnd()
    .split('\n');
  return lines.map((line) => {
    const [week = '', number = '', , half = '', label = ''] = line.split('\t');
    if (!weeks.has(week)) weeks.set(week, read(trcFile(week, context)).split('\r\n'));
    const cells = weeks.get(week)?.[Number(number) - 1]?.split('\t') ?? [];
    if (cells.length !== 18)
      throw new Error(`Week ${week} has no row of 18 cells in line ${number}`);
    // The label file has no other values.
    return {
      at: `${week}:${number}`,
      half: half as LabelledRow['half'],
      fields: toFields(cells),
      right: readRight(label, cells),
    };
  });
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}

function toFields(cells: string[]): SeriesFields {
  const text = (place: number) => cells[place] || null;
  const series = [PLACES.series, PLACES.series2, PLACES.series3].flatMap((place) => {
    const statement = text(place);
    return statement === null ? [] : [splitSeries(statement)];
  });
  return { title: text(PLACES.title), volume: text(VOLUME), label: null, series };
}

function readRight(label: string, cells: string[]): RecognizedSeries[] | null {
  if (label === '?') return null;
  if (label === '-') return [];
  return label.split(' | ').map((one) => {
    const [column = '', start, length, number] = one.split(' ');
    const cell = cells[PLACES[column as keyof typeof PLACES]] ?? '';
    const from = Number(start);
    return {
      name: cell.slice(from, from + Number(length)),
      number: number === '-' ? null : Number(number),
    };
  });
}

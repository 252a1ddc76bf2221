import { type Line, MOST_RECORD_BYTES } from '../bytes/line.ts';
import { type CellFormat, parseCells } from './parseCells.ts';

/** One record of the file, or the line that a broken one begins with. */
export interface FileRecord {
  line: number;
  byteOffset: number;
  /** The text as it stands in the file. */
  raw: string;
  terminated: boolean;
  /** Null when the record is broken. */
  cells: string[] | null;
  broken: 'quote-not-closed' | 'stray-quote' | 'record-too-long' | null;
}

/** Enough for the parser to run at its full speed; one bad record has only so many to read again. */
const BATCH = 256;

/**
 * Puts lines together into records, the first one alone and the others in batches. Behind a broken
 * record reading goes on at the very next line, so that an open quote costs one row.
 *
 * `isPlausible` judges a record that spans several lines: two stray quotes far apart look like one.
 */
export async function* readRecords(
  lineBatches: AsyncIterable<Line[]>,
  format: CellFormat,
  isPlausible: (cells: string[]) => boolean,
): AsyncGenerator<FileRecord[]> {
  let pending: Line[] = [];
  let first = true;
  for await (const lines of lineBatches) {
    pending = pending.length === 0 ? lines : [...pending, ...lines];
    const { records, taken } = assemble(pending, false, format, isPlausible, first ? 1 : Infinity);
    pending = pending.slice(taken);
    if (records.length > 0) yield records;
    if (first && records.length > 0) {
      first = false;
      const more = assemble(pending, false, format, isPlausible, Infinity);
      pending = pending.slice(more.taken);
      if (more.records.length > 0) yield more.records;
    }
  }
  while (pending.length > 0) {
    const { records, taken } = assemble(pending, true, format, isPlausible, first ? 1 : Infinity);
    pending = pending.slice(taken);
    if (records.length === 0) break;
    first = false;
    yield records;
  }
}

/** Reads records from the front of `lines`; an unfinished one at the end waits unless `ended`. */
function assemble(
  lines: Line[],
  ended: boolean,
  format: CellFormat,
  isPlausible: (cells: string[]) => boolean,
  most: number,
): { records: FileRecord[]; taken: number } {
  const records: FileRecord[] = [];
  let batch: Line[] = [];
  const flush = () => {
    records.push(...readBatch(batch, format));
    batch = [];
  };
  let at = 0;
  while (at < lines.length && records.length + batch.length < most) {
    const line = lines[at];
    if (!line) break;
    if (line.tooLong) {
      flush();
      records.push(broken(line, 'record-too-long'));
      at += 1;
    } else if (line.text === '') {
      at += 1;
    } else if (!format.quoted || countQuotes(line.text) % 2 === 0) {
      batch.push(line);
      at += 1;
      if (batch.length === BATCH) flush();
    } else {
      const length = findEnd(lines, at);
      if (length === 'unknown' && !ended) break;
      flush();
      const record =
        typeof length === 'number' ? readSpan(lines.slice(at, at + length), format) : null;
      if (record?.cells && isPlausible(record.cells)) {
        records.push(record);
        at += Number(length);
      } else {
        records.push(broken(line, 'quote-not-closed'));
        at += 1;
      }
    }
  }
  flush();
  return { records, taken: at };
}

/** How many lines the record has that begins at `from` with an open quote. */
function findEnd(lines: Line[], from: number): number | 'unknown' | 'none' {
  let quotes = 0;
  let size = 0;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line || line.tooLong) return 'none';
    size += line.text.length + 1;
    if (size > MOST_RECORD_BYTES) return 'none';
    quotes += countQuotes(line.text);
    if (quotes % 2 === 0) return at - from + 1;
  }
  return 'unknown';
}

function readBatch(lines: Line[], format: CellFormat): FileRecord[] {
  if (lines.length === 0) return [];
  const rows = parseCells(
    lines.map(({ text }) => text),
    format,
  );
  if (rows) return lines.map((line, index) => whole([line], rows[index] ?? []));
  return lines.map((line) => readSpan([line], format) ?? broken(line, 'stray-quote'));
}

function readSpan(lines: Line[], format: CellFormat): FileRecord | null {
  const rows = parseCells([lines.map(({ text }) => text).join('\n')], format);
  return rows?.[0] ? whole(lines, rows[0]) : null;
}

function whole(lines: Line[], cells: string[]): FileRecord {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) throw new Error('A record has at least one line');
  return {
    line: first.line,
    byteOffset: first.byteOffset,
    raw: lines.length === 1 ? first.text : lines.map(({ text }) => text).join('\n'),
    terminated: last.terminated,
    cells,
    broken: null,
  };
}

function broken(line: Line, reason: NonNullable<FileRecord['broken']>): FileRecord {
  const { text, byteOffset, terminated } = line;
  return { line: line.line, byteOffset, raw: text, terminated, cells: null, broken: reason };
}

function countQuotes(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count += 1;
  return count;
}

import { type Line, MOST_RECORD_BYTES } from '../bytes/line.ts';
import { type CellFormat, parseCells } from './parseCells.ts';

/** One record of the file as text, or the first line of a broken one. */
export interface FileRecord {
  line: number;
  byteOffset: number;
  /** The text as in the file. */
  raw: string;
  terminated: boolean;
  /** Null until they are parsed, and in a broken record. */
  cells: string[] | null;
  broken: 'quote-not-closed' | 'stray-quote' | 'record-too-long' | null;
}

/**
 * Assembles lines into records, the first one alone and the others in batches. After a broken
 * record continues at the next line, so that an unclosed quote costs one row. Parses only records
 * that span several lines: two stray quotes far apart look like one quoted cell, and `isPlausible`
 * judges by the cells.
 */
export async function* frameRecords(
  lineBatches: AsyncIterable<Line[]>,
  format: CellFormat,
  isPlausible: (cells: string[]) => boolean,
): AsyncGenerator<FileRecord[]> {
  let pending: Line[] = [];
  let first = true;
  for await (const lines of lineBatches) {
    pending = pending.length === 0 ? lines : [...pending, ...lines];
    const { frames, taken } = assemble(pending, false, format, isPlausible, first ? 1 : Infinity);
    pending = pending.slice(taken);
    if (frames.length > 0) yield frames;
    if (first && frames.length > 0) {
      first = false;
      const more = assemble(pending, false, format, isPlausible, Infinity);
      pending = pending.slice(more.taken);
      if (more.frames.length > 0) yield more.frames;
    }
  }
  while (pending.length > 0) {
    const { frames, taken } = assemble(pending, true, format, isPlausible, first ? 1 : Infinity);
    pending = pending.slice(taken);
    if (frames.length === 0) break;
    first = false;
    yield frames;
  }
}

/** Frames records from the front of `lines`; an unfinished one at the end waits unless `ended`. */
function assemble(
  lines: Line[],
  ended: boolean,
  format: CellFormat,
  isPlausible: (cells: string[]) => boolean,
  most: number,
): { frames: FileRecord[]; taken: number } {
  const frames: FileRecord[] = [];
  let at = 0;
  while (at < lines.length && frames.length < most) {
    const line = lines[at];
    if (!line) break;
    if (line.tooLong) {
      frames.push(broken(line, 'record-too-long'));
      at += 1;
    } else if (line.text === '') {
      at += 1;
    } else if (!format.quoted || countQuotes(line.text) % 2 === 0) {
      frames.push(frame(line, line, line.text, null));
      at += 1;
    } else {
      const length = findEnd(lines, at);
      if (length === 'unknown' && !ended) break;
      const span =
        typeof length === 'number' ? frameSpan(lines.slice(at, at + length), format) : null;
      if (span?.cells && isPlausible(span.cells)) {
        frames.push(span);
        at += Number(length);
      } else {
        frames.push(broken(line, 'quote-not-closed'));
        at += 1;
      }
    }
  }
  return { frames, taken: at };
}

/** Returns the number of lines of the record that begins at `from` with an open quote. */
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

function frameSpan(lines: Line[], format: CellFormat): FileRecord | null {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) throw new Error('A record has at least one line');
  const raw = lines.map(({ text }) => text).join('\n');
  const cells = parseCells([raw], format)?.[0];
  return cells ? frame(first, last, raw, cells) : null;
}

function frame(first: Line, last: Line, raw: string, cells: string[] | null): FileRecord {
  const { line, byteOffset } = first;
  return { line, byteOffset, raw, terminated: last.terminated, cells, broken: null };
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

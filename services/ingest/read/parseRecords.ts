import { chunk } from '../../lib/chunk.ts';
import type { FileRecord } from './frameRecords.ts';
import { type CellFormat, parseCells } from './parseCells.ts';

/**
 * Large enough for the parser's full speed; one bad record forces only this many to be parsed
 * again.
 */
const BATCH = 256;

/** Parses the cells of framed records. Marks one with a misplaced quotation mark as broken. */
export function parseRecords(records: FileRecord[], format: CellFormat): FileRecord[] {
  return chunk(records, BATCH).flatMap((batch) => parseBatch(batch, format));
}

function parseBatch(records: FileRecord[], format: CellFormat): FileRecord[] {
  const unread = records.filter(isUnread);
  const rows = parseCells(
    unread.map(({ raw }) => raw),
    format,
  );
  let next = 0;
  return records.map((record) => {
    if (!isUnread(record)) return record;
    const cells = rows ? rows[next++] : parseCells([record.raw], format)?.[0];
    return cells ? { ...record, cells } : { ...record, broken: 'stray-quote' };
  });
}

function isUnread(record: FileRecord): boolean {
  return record.cells === null && record.broken === null;
}

import type { Database } from '../../db/database.ts';
import type { FileRecord } from '../read/frameRecords.ts';
import { insertFromJson } from './jsonTable.ts';

/** A record with its place in the file; the first one is number 1. */
export interface NumberedRecord {
  recordNo: number;
  record: FileRecord;
  /** Null for a record that is never recognized. */
  rowHash: string | null;
}

/** Records that are asked about at once: some 600 KB, and 20,000 book look-ups for one statement. */
const BATCH = 20_000;
/** Two batches are asked about while a third is read: more gained nothing. */
const MOST_IN_FLIGHT = 2;

const INSERT_KNOWN =
  `${insertFromJson(
    'ingest_known',
    [
      ['record_no', 'int'],
      ['row_hash', 'char(22)'],
    ],
    { run_id: ':run', book_id: 'b.id', source_updated_at: 'b.source_updated_at' },
  )} straight_join book b on b.row_hash = cast(r.row_hash as char(22) character set ascii) ` +
  'on duplicate key update book_id = ingest_known.book_id';

/**
 * Lets the records through that no book was last read from; the others are noted in `ingest_known`.
 * A record that brings nothing new is so told by its text alone, before it is taken apart.
 */
export async function* siftKnown(
  database: Database,
  runId: string,
  records: AsyncIterable<NumberedRecord[]>,
): AsyncGenerator<NumberedRecord[]> {
  const underWay: Promise<NumberedRecord[]>[] = [];
  try {
    for await (const batch of inBatches(records)) {
      underWay.push(dropKnown(database, runId, batch));
      if (underWay.length > MOST_IN_FLIGHT) yield await next(underWay);
    }
    while (underWay.length > 0) yield await next(underWay);
  } finally {
    // One still under way would note records after a refusal has dropped them.
    await Promise.allSettled(underWay);
  }
}

async function next(underWay: Promise<NumberedRecord[]>[]): Promise<NumberedRecord[]> {
  const [first] = underWay;
  const records = (await first) ?? [];
  underWay.shift();
  return records;
}

async function* inBatches(records: AsyncIterable<NumberedRecord[]>) {
  let batch: NumberedRecord[] = [];
  for await (const some of records) {
    batch.push(...some);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function dropKnown(
  database: Database,
  runId: string,
  batch: NumberedRecord[],
): Promise<NumberedRecord[]> {
  const named = batch.filter(({ rowHash }) => rowHash !== null);
  const rows = JSON.stringify(named.map(({ recordNo, rowHash }) => [recordNo, rowHash]));
  const found = await database.execute(INSERT_KNOWN, { run: runId, rows });
  if (found === 0) return batch;
  if (found === batch.length) return [];
  const known = await readKnown(database, runId, batch);
  return batch.filter(({ recordNo }) => !known.has(recordNo));
}

async function readKnown(
  database: Database,
  runId: string,
  batch: NumberedRecord[],
): Promise<Set<number>> {
  const [row] = await database.query<{ numbers: string | null }>(
    `select json_arrayagg(record_no) as numbers from ingest_known
     where run_id = :run and record_no between :from and :to`,
    { run: runId, from: batch[0]?.recordNo ?? 0, to: batch.at(-1)?.recordNo ?? 0 },
  );
  return new Set(JSON.parse(row?.numbers ?? '[]'));
}

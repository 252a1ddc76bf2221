import type { Database } from '../../../db/database.ts';
import type { FileRecord } from '../read/frameRecords.ts';
import { insertFromJson } from './jsonTable.ts';

/** A record with its position in the file, counted from 1. */
export interface NumberedRecord {
  recordNo: number;
  record: FileRecord;
  /** Null for a record that is never recognized. */
  rowHash: string | null;
}

/** Records per query, about 300 KB; and the limit of their text in total. */
const MOST_RECORDS = 10_000;
const MOST_CHARACTERS = 4 * 1024 * 1024;
/** Two batches are queried while a third is read: more gained nothing. */
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
 * Passes on the records that no book was last read from; stores the others in `ingest_known`. A
 * record without news is thus recognized by its text, before it is parsed.
 */
export async function* siftKnown(
  database: Database,
  runId: string,
  records: AsyncIterable<NumberedRecord[]>,
): AsyncGenerator<NumberedRecord[]> {
  const underWay: Promise<NumberedRecord[]>[] = [];
  try {
    for await (const batch of inBatches(records)) {
      const unknown = dropKnown(database, runId, batch);
      // Thrown where it is awaited.
      unknown.catch(() => undefined);
      underWay.push(unknown);
      if (underWay.length > MOST_IN_FLIGHT) yield await next(underWay);
    }
    while (underWay.length > 0) yield await next(underWay);
  } finally {
    // A running batch would store records after a refusal has deleted them.
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
  let characters = 0;
  for await (const some of records) {
    for (const each of some) {
      batch.push(each);
      characters += each.record.raw.length;
      if (batch.length < MOST_RECORDS && characters < MOST_CHARACTERS) continue;
      yield batch;
      batch = [];
      characters = 0;
    }
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
  await database.execute(INSERT_KNOWN, { run: runId, rows });
  const stretches = await readKnown(database, runId, batch);
  let at = 0;
  return batch.filter(({ recordNo }) => {
    while ((stretches[at]?.last_no ?? Infinity) < recordNo) at += 1;
    return recordNo < (stretches[at]?.first_no ?? Infinity);
  });
}

/**
 * Returns the known records of a batch as ranges without gaps, in order: a single range if all are
 * known.
 */
async function readKnown(
  database: Database,
  runId: string,
  batch: NumberedRecord[],
): Promise<{ first_no: number; last_no: number }[]> {
  return database.query(
    `select min(record_no) as first_no, max(record_no) as last_no from (
       select record_no, record_no - row_number() over (order by record_no) as stretch
       from ingest_known where run_id = :run and record_no between :from and :to
     ) known
     group by stretch order by first_no`,
    { run: runId, from: batch[0]?.recordNo ?? 0, to: batch.at(-1)?.recordNo ?? 0 },
  );
}

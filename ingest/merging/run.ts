import type { Database, Row } from '../../db/database.ts';
import { IngestRunNotFound } from './errors.ts';

/** A run that is being merged. */
export interface MergingRun {
  id: string;
  profile: string;
  records: number;
  /** After how many full files a book that they leave out is unconfirmed; null: not a full file. */
  unconfirmedAfter: number | null;
  now: Date;
}

interface RunRow extends Row {
  state: string;
  profile: string;
  unconfirmed_after: number | null;
  record_count: number;
}

/**
 * The run and the state it is in, locked for this transaction. Merges wait for each other here,
 * before the first read fixes what a transaction sees. Throws `IngestRunNotFound`.
 */
export async function lockRun(
  transaction: Database,
  runId: string,
  now: Date,
): Promise<{ run: MergingRun; state: string }> {
  await transaction.query('select id from ingest_merge_lock where id = 1 for update');
  const [row] = await transaction.query<RunRow>(
    `select state, profile, unconfirmed_after, record_count from ingest_run
     where id = :run for update`,
    { run: runId },
  );
  if (!row) throw new IngestRunNotFound(`There is no ingest run ${runId}`);
  const { state, profile, record_count: records, unconfirmed_after: unconfirmedAfter } = row;
  return { run: { id: runId, profile, records, unconfirmedAfter, now }, state };
}

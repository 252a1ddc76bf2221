import type { Database, Row } from '../../../db/database.ts';
import { IngestRunNotFound } from './errors.ts';

/** A run that is being merged. */
export interface MergingRun {
  id: string;
  profile: string;
  records: number;
  /**
   * The number of full files after which a missing book is unconfirmed; null if this is not a full
   * file.
   */
  unconfirmedAfter: number | null;
  /** The time of rows without their own; null if the file states none. */
  statedAt: string | null;
  /** Whether any row names a record without its whole content. */
  hasPartialRows: boolean;
  /** Whether another run was merged since the staging of this one began. */
  isOvertaken: boolean;
  now: Date;
}

interface RunRow extends Row {
  state: string;
  profile: string;
  unconfirmed_after: number | null;
  stated_at: string | null;
  record_count: number;
  partial_count: number;
  is_overtaken: number;
}

/**
 * Locks the run for this transaction and returns it with its state. Merges wait for each other
 * here, before the first read fixes the transaction's snapshot. Throws `IngestRunNotFound`.
 */
export async function lockRun(
  transaction: Database,
  runId: string,
  now: Date,
): Promise<{ run: MergingRun; state: string }> {
  await transaction.query('select id from ingest_merge_lock where id = 1 for update');
  const [row] = await transaction.query<RunRow>(
    `select r.state, r.profile, r.unconfirmed_after, r.stated_at, r.record_count, r.partial_count,
       not (r.known_since <=> l.run_id) as is_overtaken
     from ingest_run r join ingest_merge_lock l on l.id = 1
     where r.id = :run for update`,
    { run: runId },
  );
  if (!row) throw new IngestRunNotFound(`Ingest run ${runId} not found`);
  const run = {
    id: runId,
    profile: row.profile,
    records: row.record_count,
    unconfirmedAfter: row.unconfirmed_after,
    statedAt: row.stated_at,
    hasPartialRows: row.partial_count > 0,
    isOvertaken: Number(row.is_overtaken) === 1,
    now,
  };
  return { run, state: row.state };
}

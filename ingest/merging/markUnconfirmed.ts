import type { Database } from '../../db/database.ts';
import type { MergingRun } from './run.ts';

/**
 * A book that a full file no longer lists has not been withdrawn by anyone: it is unconfirmed, and
 * no event tells of it. A rejected row still shows that its book is listed.
 */
export async function markUnconfirmed(database: Database, run: MergingRun): Promise<void> {
  if (!run.isFull) return;
  await database.execute(
    `update book b
     left join ingest_stage s on s.run_id = :run and s.target_id = b.id
     set b.status = 'UNCONFIRMED', b.run_id = :run, b.updated_at = :now
     where b.profile = :profile and b.status = 'UPCOMING' and s.record_no is null`,
    { run: run.id, profile: run.profile, now: run.now },
  );
}

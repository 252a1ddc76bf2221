import type { Database } from '../../../db/database.ts';

/**
 * Ends a run whose very bytes were merged before, whatever the file was called and however
 * it was packed: no book is looked at again, and a full file is not counted as a second one. Returns
 * whether it was such a run.
 *
 * Another business date in the name makes it another file, since 来月 counts from there, and so do
 * rows that the earlier run held until a day that may have come. A file that was merged by another
 * version is merged again: by this one its rows may bring what they did not bring then.
 */
export async function settleRepeat(database: Database, runId: string): Promise<boolean> {
  const [earlier] = await database.query<{ id: string }>(
    `select e.id from ingest_run r
     join ingest_run e on e.profile = r.profile and e.content_hash = r.content_hash
       and e.base_date <=> r.base_date and e.state = 'MERGED' and e.held_count = 0
       and e.repeat_of is null and e.given_version <=> r.given_version
     where r.id = :run and r.state in ('STAGED', 'HELD') order by e.started_at desc limit 1`,
    { run: runId },
  );
  if (!earlier) return false;
  const settled = await database.execute(
    `update ingest_run
     set state = 'MERGED', repeat_of = :earlier, held_count = 0, created_count = 0,
       changed_count = 0, unchanged_count = record_count - rejected_count,
       finished_at = utc_timestamp(6)
     where id = :run and state in ('STAGED', 'HELD')`,
    { run: runId, earlier: earlier.id },
  );
  return settled === 1;
}

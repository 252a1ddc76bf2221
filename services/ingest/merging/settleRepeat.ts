import type { Database } from '../../../db/database.ts';

/**
 * Ends a run whose exact bytes were merged before, whatever the file's name and packing: leaves
 * books alone and does not count a full file twice. Returns whether it was such a run.
 *
 * A file with another business date in its name is not a repeat, because 来月 counts from that date;
 * nor is one whose earlier run held rows until a day that may have come. A file that another
 * version merged is merged again, because its rows may now have different derived data.
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

import type { Database } from '../../../db/database.ts';
import { VERSION } from '../stage/version.ts';
import type { MergingRun } from './run.ts';

/**
 * Schedules a backfill of all books if another version staged the run, such as one that was held
 * for approval: its rows may lack or still contain derived data that has changed.
 */
export async function remindBackfill(database: Database, run: MergingRun): Promise<void> {
  await database.execute(
    `update book_backfill set is_done = 0, last_id = ''
     where id = 1 and not exists (
       select 1 from ingest_run r where r.id = :run and r.given_version = :version)`,
    { run: run.id, version: VERSION },
  );
}

import type { Database } from '../../../db/database.ts';
import { VERSION } from '../stage/version.ts';
import type { MergingRun } from './run.ts';

/**
 * Has all books done anew where the run was read by another version, as one that was held for approval
 * may have been: its rows lack what books are given, or bring what they are given no longer.
 */
export async function remindBackfill(database: Database, run: MergingRun): Promise<void> {
  await database.execute(
    `update book_backfill set is_done = 0, last_id = ''
     where id = 1 and not exists (
       select 1 from ingest_run r where r.id = :run and r.given_version = :version)`,
    { run: run.id, version: VERSION },
  );
}

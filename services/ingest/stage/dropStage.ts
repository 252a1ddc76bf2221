import type { Database } from '../../../db/database.ts';

/** Deletes a run's staged rows, some thousands at a time so that no call takes long. */
export async function dropStage(database: Database, runId: string): Promise<void> {
  await dropFrom(database, 'ingest_stage', runId);
  await dropFrom(database, 'ingest_known', runId);
}

/** Deletes the rows of a run from one table. */
export async function dropFrom(
  database: Database,
  table: 'ingest_stage' | 'ingest_known' | 'ingest_reject',
  runId: string,
): Promise<void> {
  const most = 20_000;
  let deleted = most;
  while (deleted === most) {
    deleted = await database.execute(`delete from ${table} where run_id = :run limit ${most}`, {
      run: runId,
    });
  }
}

import type { Database } from '../../db/database.ts';

/** Whether the exact bytes of a merged run were merged before, so that it changed nothing. */
export async function isRepeat(database: Database, runId: string): Promise<boolean> {
  const [run] = await database.query(
    'select 1 as found from ingest_run where id = :run and repeat_of is not null',
    { run: runId },
  );
  return run !== undefined;
}

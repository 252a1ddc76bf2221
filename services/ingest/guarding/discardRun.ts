import type { Database } from '../../../db/database.ts';
import { IngestRunNotFound, IngestRunNotMergeable } from '../merging/errors.ts';
import { dropStage } from '../stage/dropStage.ts';

/**
 * Discards a held run: merges nothing and deletes its staged rows. Its rejects and its preview
 * stay. Idempotent. Throws `IngestRunNotFound`, and `IngestRunNotMergeable` for a run that is not
 * held.
 */
export async function discardRun(
  database: Database,
  { runId, discardedBy }: { runId: string; discardedBy: string },
  now: Date,
): Promise<void> {
  await database.execute(
    `update ingest_run
     set state = 'DISCARDED', discarded_by = :by, discarded_at = :now, finished_at = :now
     where id = :run and state = 'HELD'`,
    { run: runId, by: discardedBy.slice(0, 64), now },
  );
  const [run] = await database.query<{ state: string }>(
    'select state from ingest_run where id = :run',
    { run: runId },
  );
  if (!run) throw new IngestRunNotFound(`Ingest run ${runId} not found`);
  if (run.state !== 'DISCARDED') {
    throw new IngestRunNotMergeable(
      `Run ${runId} is ${run.state}; only a HELD run can be discarded`,
    );
  }
  await dropStage(database, runId);
}

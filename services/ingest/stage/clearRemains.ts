import type { Database } from '../../../db/database.ts';
import { dropStage } from './dropStage.ts';

/** Longer than the workflow's timeout for a run. */
const ABANDONED_AFTER_MILLISECONDS = 7 * 60 * 60 * 1000;

const REASON =
  '途中で止められたまま進んでいないため、取りやめました。もう一度取り込んでください。 / ' +
  'The run was stopped on its way and went no further, so it was discarded; deliver the file again.';

/**
 * Cleans up after runs other than `runId` that were killed: discards abandoned runs, and deletes
 * staged rows of runs that have ended.
 */
export async function clearRemains(database: Database, runId: string, now: Date): Promise<void> {
  await database.execute(
    `update ingest_run
     set state = 'DISCARDED', reason_code = 'abandoned', reason = :reason, finished_at = :now
     where state in ('STAGING', 'STAGED') and started_at < :before and id <> :run`,
    {
      run: runId,
      now,
      before: new Date(now.getTime() - ABANDONED_AFTER_MILLISECONDS),
      reason: REASON,
    },
  );
  const ended = await database.query<{ id: string }>(
    `select r.id from ingest_run r
     where r.state in ('MERGED', 'REFUSED', 'DISCARDED')
       and (exists (select 1 from ingest_stage s where s.run_id = r.id)
         or exists (select 1 from ingest_known k where k.run_id = r.id))`,
  );
  for (const { id } of ended) await dropStage(database, id);
}

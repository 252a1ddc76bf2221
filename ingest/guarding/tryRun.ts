import type { Database } from '../../db/database.ts';
import { dropStage } from '../stage/run.ts';
import { type GuardDecision, guardRun } from './guardRun.ts';
import { recordPreview } from './recordPreview.ts';

/**
 * Decides on a staged run as the guard does, keeps a preview of its merge, and discards the run with
 * all its rows. The reason of a hold stays on it. A run that was tried before gives MERGE.
 */
export async function tryRun(database: Database, runId: string, now: Date): Promise<GuardDecision> {
  const [run] = await database.query<{ state: string }>(
    'select state from ingest_run where id = :run',
    { run: runId },
  );
  if (run?.state === 'DISCARDED') return { runId, decision: 'MERGE', reason: null };
  const decision = await guardRun(database, runId);
  if (decision.decision === 'REFUSE' || (await isMerged(database, runId))) return decision;
  await recordPreview(database, runId, now);
  await database.execute(
    `update ingest_run set state = 'DISCARDED', reason_code = coalesce(reason_code, 'dry-run'),
       finished_at = :now
     where id = :run and state in ('STAGED', 'HELD')`,
    { run: runId, now },
  );
  await dropStage(database, runId);
  return decision;
}

/** The very same bytes were merged before: the guard has ended the run as a repeat. */
async function isMerged(database: Database, runId: string): Promise<boolean> {
  const [run] = await database.query<{ state: string }>(
    'select state from ingest_run where id = :run',
    { run: runId },
  );
  return run?.state === 'MERGED';
}

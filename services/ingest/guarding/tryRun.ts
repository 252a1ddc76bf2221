import type { Database } from '../../../db/database.ts';
import { dropStage } from '../stage/dropStage.ts';
import { type GuardDecision, judgeRun } from './guardRun.ts';
import { recordPreview } from './recordPreview.ts';

/**
 * Decides on a staged run as the guard does, stores a preview of its merge, and discards the run
 * with all its rows. Keeps the reason of a hold. Returns MERGE for a run that was tried before.
 */
export async function tryRun(database: Database, runId: string, now: Date): Promise<GuardDecision> {
  if ((await stateOf(database, runId)) === 'DISCARDED') {
    await dropStage(database, runId);
    return { runId, decision: 'MERGE', reason: null };
  }
  const { code, ...decision } = await judgeRun(database, runId);
  // The guard has ended a run whose exact bytes were merged before.
  if (decision.decision === 'REFUSE' || (await stateOf(database, runId)) === 'MERGED') {
    return decision;
  }
  await recordPreview(database, runId, now);
  await database.execute(
    `update ingest_run set state = 'DISCARDED', reason_code = coalesce(:code, reason_code, 'dry-run'),
       reason = coalesce(:reason, reason), finished_at = :now
     where id = :run and state in ('STAGED', 'HELD')`,
    { run: runId, now, code, reason: decision.reason },
  );
  await dropStage(database, runId);
  return decision;
}

async function stateOf(database: Database, runId: string): Promise<string | undefined> {
  const [run] = await database.query<{ state: string }>(
    'select state from ingest_run where id = :run',
    { run: runId },
  );
  return run?.state;
}

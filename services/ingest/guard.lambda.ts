import { readDatabaseAddress } from '../../db/config.ts';
import { openDatabase } from '../../db/database.ts';
import { log } from '../lib/log.ts';
import { countMetric } from './countMetric.ts';
import { type GuardDecision, guardRun } from './guarding/guardRun.ts';
import { recordPreview } from './guarding/recordPreview.ts';

const database = openDatabase(readDatabaseAddress());

/**
 * Decides whether a staged run may be merged without approval. Stores a preview of the merge with a
 * run that is held.
 */
export async function handler({ runId }: { runId: string }): Promise<GuardDecision> {
  const decision = await guardRun(database, runId);
  if (decision.decision === 'HOLD') {
    countMetric('RunsHeld');
    await recordPreview(database, runId, new Date()).catch((error: unknown) => {
      // The hold is valid without a preview, and an operator may have decided already.
      log.error('Creating the preview failed; the run stays held without one', { runId, error });
    });
  }
  log.info('Guarded', { ...decision });
  return decision;
}

import { readDatabaseAddress } from '../../db/config.ts';
import { openDatabase } from '../../db/database.ts';
import { log } from '../lib/log.ts';
import { countMetric } from './countMetric.ts';
import { type GuardDecision, guardRun } from './guarding/guardRun.ts';
import { recordPreview } from './guarding/recordPreview.ts';

const database = openDatabase(readDatabaseAddress());

/**
 * Decides whether a staged run may be merged without asking anybody. A run that is held gets a
 * preview of what a merge would do.
 */
export async function handler({ runId }: { runId: string }): Promise<GuardDecision> {
  const decision = await guardRun(database, runId);
  if (decision.decision === 'HOLD') {
    countMetric('RunsHeld');
    await recordPreview(database, runId, new Date()).catch((error: unknown) => {
      // The hold stands without it, and an operator may have decided already.
      log.error('There is no preview', { runId, error });
    });
  }
  log.info('Guarded', { ...decision });
  return decision;
}

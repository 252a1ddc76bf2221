import { Logger } from '@aws-lambda-powertools/logger';
import { readDatabaseAddress } from '../db/config.ts';
import { openDatabase } from '../db/database.ts';
import { type GuardDecision, guardRun } from './guarding/guardRun.ts';

const logger = new Logger({ serviceName: 'ingest' });
const database = openDatabase(readDatabaseAddress());

/** Decides whether a staged run may be merged without asking anybody. */
export async function handler({ runId }: { runId: string }): Promise<GuardDecision> {
  const decision = await guardRun(database, runId);
  logger.info('Guarded', { ...decision });
  return decision;
}

import { Logger } from '@aws-lambda-powertools/logger';
import { openDatabase } from '../db/database.ts';
import { readDatabaseConfiguration } from './configuration.ts';
import { type GuardDecision, guardRun } from './guarding/guardRun.ts';

const logger = new Logger({ serviceName: 'ingest' });
const settings = readDatabaseConfiguration();
const database = openDatabase({
  clusterArn: settings.CLUSTER_ARN,
  secretArn: settings.SECRET_ARN,
  database: settings.DATABASE_NAME,
});

/** Decides whether a staged run may be merged without asking anybody. */
export async function handler({ runId }: { runId: string }): Promise<GuardDecision> {
  const decision = await guardRun(database, runId);
  logger.info('Guarded', { ...decision });
  return decision;
}

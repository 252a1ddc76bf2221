import { Logger } from '@aws-lambda-powertools/logger';
import { readDatabaseAddress } from '../../db/config.ts';
import { openDatabase } from '../../db/database.ts';
import { tryRun } from './guarding/tryRun.ts';

const logger = new Logger({ serviceName: 'ingest' });
const database = openDatabase(readDatabaseAddress());

/** Tells what a merge of a staged run would do, and lets the run go: a dry run. */
export async function handler({ runId }: { runId: string }) {
  const decision = await tryRun(database, runId, new Date());
  logger.info('Tried', { ...decision });
  return decision;
}

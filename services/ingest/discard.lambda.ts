import { Logger } from '@aws-lambda-powertools/logger';
import { readDatabaseAddress } from '../../db/config.ts';
import { openDatabase } from '../../db/database.ts';
import { discardRun } from './guarding/discardRun.ts';

const logger = new Logger({ serviceName: 'ingest' });
const database = openDatabase(readDatabaseAddress());

/** Lets a held run go, for the operator who says so. */
export async function handler(order: { runId: string; discardedBy: string }): Promise<void> {
  await discardRun(database, order, new Date());
  logger.info('Discarded', { ...order });
}

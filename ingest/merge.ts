import { Logger } from '@aws-lambda-powertools/logger';
import { openDatabase } from '../db/database.ts';
import { readDatabaseConfiguration } from './configuration.ts';
import { type MergeOrder, type MergeReport, mergeRun } from './merging/mergeRun.ts';

const logger = new Logger({ serviceName: 'ingest' });
const settings = readDatabaseConfiguration();
const database = openDatabase({
  clusterArn: settings.CLUSTER_ARN,
  secretArn: settings.SECRET_ARN,
  database: settings.DATABASE_NAME,
});

/** Merges a staged run, or a held one that someone approved. */
export async function handler(order: MergeOrder): Promise<MergeReport> {
  const report = await mergeRun(database, order, new Date());
  logger.info('Merged', { ...report });
  return report;
}

import { Logger } from '@aws-lambda-powertools/logger';
import { readDatabaseAddress } from '../db/config.ts';
import { openDatabase } from '../db/database.ts';
import { countMetric } from './countMetric.ts';
import { isRepeat } from './isRepeat.ts';
import { type MergeOrder, type MergeReport, mergeRun } from './merging/mergeRun.ts';

const logger = new Logger({ serviceName: 'ingest' });
const database = openDatabase(readDatabaseAddress());

/** Merges a staged run, or a held one that someone approved. */
export async function handler(order: MergeOrder): Promise<MergeReport> {
  const report = await mergeRun(database, order, new Date());
  if (!(await isRepeat(database, order.runId))) countMetric('RunsMerged');
  logger.info('Merged', { ...report });
  return report;
}

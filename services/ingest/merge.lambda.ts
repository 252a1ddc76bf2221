import { recountUpcoming } from '../../db/catalogue/recountUpcoming.ts';
import { readDatabaseAddress } from '../../db/config.ts';
import { type Database, openDatabase } from '../../db/database.ts';
import { log } from '../lib/log.ts';
import { backfillBooks } from './backfill/backfillBooks.ts';
import { nameCatalogue } from './backfill/nameCatalogue.ts';
import { countMetric } from './countMetric.ts';
import { isRepeat } from './isRepeat.ts';
import { IngestRunOvertaken } from './merging/errors.ts';
import { type MergeOrder, type MergeReport, mergeRun } from './merging/mergeRun.ts';
import { reopenRun } from './stage/run.ts';

const database = openDatabase(readDatabaseAddress());

/**
 * Merges a staged run, or a held one that an operator approved. Reopens a run that another one has
 * overtaken, so that the workflow stages its file again; a held one stays as it is.
 */
export async function handler(order: MergeOrder): Promise<MergeReport> {
  const given = await beside(backfillBooks);
  if (given > 0) log.info('Backfilled existing books', { books: given });
  const report = await mergeRun(database, order, new Date()).catch(async (error: unknown) => {
    if (error instanceof IngestRunOvertaken) await reopenRun(database, order.runId);
    throw error;
  });
  await beside(nameCatalogue);
  await beside(recountSoon);
  if (!(await isRepeat(database, order.runId))) countMetric('RunsMerged');
  log.info('Merged', { ...report });
  return report;
}

/**
 * Recounts first those whose books the run changed; the release run, every minute, counts the rest.
 */
function recountSoon(within: Database): Promise<number> {
  return recountUpcoming(within, 2);
}

/** Runs a follow-up task that can wait for the next run: its failure does not affect the merge. */
function beside(work: (database: Database) => Promise<number>): Promise<number> {
  return work(database).catch((error: unknown) => {
    log.error('A follow-up task failed; the merge itself succeeded', { work: work.name, error });
    return 0;
  });
}

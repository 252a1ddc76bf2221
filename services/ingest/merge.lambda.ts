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
 * Merges a staged run, or a held one that someone approved. One that another run has overtaken is
 * opened again, for the workflow to read its file anew; a held one stays as it is.
 */
export async function handler(order: MergeOrder): Promise<MergeReport> {
  const given = await beside(backfillBooks);
  if (given > 0) log.info('Gave books from before what new ones have', { books: given });
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

/** The first of those whom the run has brought; the run of the minute counts what is left. */
function recountSoon(within: Database): Promise<number> {
  return recountUpcoming(within, 2);
}

/** What can wait for the next run: whatever becomes of it, this one is merged. */
function beside(work: (database: Database) => Promise<number>): Promise<number> {
  return work(database).catch((error: unknown) => {
    log.error('What a merge has done beside it has failed', { work: work.name, error });
    return 0;
  });
}

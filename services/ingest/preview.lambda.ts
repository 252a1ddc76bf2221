import { readDatabaseAddress } from '../../db/config.ts';
import { openDatabase } from '../../db/database.ts';
import { log } from '../lib/log.ts';
import { tryRun } from './guarding/tryRun.ts';

const database = openDatabase(readDatabaseAddress());

/** Dry run: returns what a merge of a staged run would do, and discards the run. */
export async function handler({ runId }: { runId: string }) {
  const decision = await tryRun(database, runId, new Date());
  log.info('Tried', { ...decision });
  return decision;
}

import { readDatabaseAddress } from '../../db/config.ts';
import { openDatabase } from '../../db/database.ts';
import { log } from '../lib/log.ts';
import { discardRun } from './guarding/discardRun.ts';

const database = openDatabase(readDatabaseAddress());

/** Discards a held run for an operator. */
export async function handler(order: { runId: string; discardedBy: string }): Promise<void> {
  await discardRun(database, order, new Date());
  log.info('Discarded', { ...order });
}

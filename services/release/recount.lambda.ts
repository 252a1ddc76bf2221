import { recountUpcoming } from '../../db/catalogue/recountUpcoming.ts';
import { readDatabaseAddress } from '../../db/config.ts';
import { openDatabase } from '../../db/database.ts';
import { log } from '../lib/log.ts';

const database = openDatabase(readDatabaseAddress());

/**
 * Step of the release workflow: refreshes the counts of upcoming books by which suggestions are
 * ranked.
 */
export async function handler(): Promise<{ counted: number }> {
  const counted = await recountUpcoming(database);
  if (counted > 0) log.info('Counted upcoming books', { counted });
  return { counted };
}

import { readDatabaseAddress } from '../db/config.ts';
import { openDatabase } from '../db/database.ts';
import { addToOutbox } from './addToOutbox.ts';
import { log } from './log.ts';
import { readMailWindow } from './mailWindow.ts';

const database = openDatabase(readDatabaseAddress());
const window = readMailWindow();
const clock = () => new Date();

/** Step of the release workflow: who is to be told of what has happened, and from when? */
export async function handler(): Promise<{ added: number }> {
  const added = await addToOutbox({ database, clock, window });
  log.info('The outbox is filled', { added });
  return { added };
}

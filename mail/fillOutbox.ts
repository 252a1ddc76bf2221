import { readDatabaseAddress } from '../db/config.ts';
import { openDatabase } from '../db/database.ts';
import { addToOutbox } from './addToOutbox.ts';
import { log } from './log.ts';
import { purgeOutbox } from './purgeOutbox.ts';
import { putMetric } from './putMetric.ts';
import { readBacklog } from './readBacklog.ts';

const database = openDatabase(readDatabaseAddress());
const clock = () => new Date();

/** Step of the release workflow: who is to be told of what has happened? */
export async function handler(): Promise<{ added: number }> {
  const added = await addToOutbox({ database, clock });
  const purged = await purgeOutbox(database, clock());
  log.info('The outbox is filled', { added, purged });
  const { oldestDueSeconds, uncertain } = await readBacklog(database, clock());
  putMetric('OldestDueSeconds', oldestDueSeconds);
  putMetric('UncertainMails', uncertain);
  return { added };
}

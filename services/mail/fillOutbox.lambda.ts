import { readDatabaseAddress } from '../../db/config.ts';
import { openDatabase } from '../../db/database.ts';
import { log } from '../lib/log.ts';
import { readMailRate } from './config.ts';
import { readMailWindow } from './news/mailWindow.ts';
import { addToOutbox } from './outbox/addToOutbox.ts';
import { purgeOutbox } from './outbox/purgeOutbox.ts';
import { readBacklog } from './outbox/readBacklog.ts';
import { putMetric } from './putMetric.ts';
import { planSenders } from './sending/planSenders.ts';
import type { Share } from './sending/share.ts';
import { catchUp } from './standing/catchUp.ts';
import { forgetStopped } from './stopping/forgetStopped.ts';

const database = openDatabase(readDatabaseAddress());
const window = readMailWindow();
const mailsPerSecond = readMailRate();
const clock = () => new Date();

/** Step of the release workflow: who is to be told of what has happened, from when, and by whom? */
export async function handler(): Promise<{ added: number; senders: Share[] }> {
  // What members wait for is at hand even so, and the next minute tries again.
  const caughtUp = await catchUp(database, clock()).catch((error: unknown) => {
    log.warn('Contributors and series could not be gone through', { error });
    return 0;
  });
  if (caughtUp > 0) log.info('Contributors and series are gone through', { caughtUp });
  const added = await addToOutbox({ database, clock, window });
  log.info('The outbox is filled', { added });
  const { oldestDueSeconds, uncertain } = await readBacklog(database, clock());
  putMetric('OldestDueSeconds', oldestDueSeconds);
  putMetric('UncertainMails', uncertain);
  // Nobody waits for it, and the next minute tries again.
  for (const forget of [purgeOutbox, forgetStopped]) {
    await forget(database, clock()).catch((error: unknown) =>
      log.warn('What is old could not be forgotten', { error }),
    );
  }
  return { added, senders: planSenders(mailsPerSecond) };
}

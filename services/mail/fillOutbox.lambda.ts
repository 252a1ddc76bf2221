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

/**
 * Step of the release workflow: fills the outbox from the event log and returns the senders to
 * start.
 */
export async function handler(): Promise<{ added: number; senders: Share[] }> {
  // Subscriptions made so far are usable anyway; the next run, a minute later, tries again.
  const caughtUp = await catchUp(database, clock()).catch((error: unknown) => {
    log.warn('Catching up standing subscriptions failed; the next run tries again', { error });
    return 0;
  });
  if (caughtUp > 0) log.info('Standing subscriptions caught up', { caughtUp });
  const added = await addToOutbox({ database, clock, window });
  log.info('Outbox filled', { added });
  const { oldestDueSeconds, uncertain } = await readBacklog(database, clock());
  putMetric('OldestDueSeconds', oldestDueSeconds);
  putMetric('UncertainMails', uncertain);
  // Not urgent; the next run, a minute later, tries again.
  for (const forget of [purgeOutbox, forgetStopped]) {
    await forget(database, clock()).catch((error: unknown) =>
      log.warn('Purge of expired rows failed; retrying on the next run', { error }),
    );
  }
  return { added, senders: planSenders(mailsPerSecond) };
}

import { readDatabaseAddress } from '../../db/config.ts';
import { openDatabase } from '../../db/database.ts';
import { log } from '../lib/log.ts';
import { type FeedbackCounts, takeFeedback } from './feedback/takeFeedback.ts';
import { putMetric } from './putMetric.ts';

const ports = { database: openDatabase(readDatabaseAddress()), clock: () => new Date() };

/** Target of the rule on what SES says of our mails: who bounced or complained is not written to again. */
export async function handler(event: unknown): Promise<FeedbackCounts> {
  const counts = await takeFeedback(ports, event).catch((error: unknown) => {
    putMetric('FeedbackFailed', 1);
    throw error;
  });
  log.info('Feedback was taken', { ...counts });
  return counts;
}

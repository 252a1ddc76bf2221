import { readDatabaseAddress } from '../../db/config.ts';
import { openDatabase } from '../../db/database.ts';
import { log } from '../lib/log.ts';
import { type FeedbackCounts, takeFeedback } from './feedback/takeFeedback.ts';
import { putMetric } from './putMetric.ts';

const ports = { database: openDatabase(readDatabaseAddress()), clock: () => new Date() };

/** Target of the rule for SES feedback: suppresses addresses that bounced or complained. */
export async function handler(event: unknown): Promise<FeedbackCounts> {
  const counts = await takeFeedback(ports, event).catch((error: unknown) => {
    putMetric('FeedbackFailed', 1);
    throw error;
  });
  log.info('Mail feedback processed', { ...counts });
  return counts;
}

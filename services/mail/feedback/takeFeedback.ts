import type { Database } from '../../../db/database.ts';
import { log } from '../../lib/log.ts';
import { putMetric } from '../putMetric.ts';
import { type Feedback, readFeedback, UnknownFeedback } from './readFeedback.ts';
import { suppress } from './suppress.ts';

/** How many addresses were kept of one event, by reason. */
export type FeedbackCounts = { [reason in Feedback['reason']]: number };

/**
 * Takes what SES says of one mail. An event that cannot be understood is an error in the log and no
 * failure: it would be given again and again, and never be understood.
 *
 * @throws what the database throws; the event is given again then.
 */
export async function takeFeedback(
  { database, clock }: { database: Database; clock: () => Date },
  event: unknown,
): Promise<FeedbackCounts> {
  const counts: FeedbackCounts = { bounce: 0, complaint: 0 };
  for (const feedback of understand(event)) {
    await suppress(database, feedback, clock());
    counts[feedback.reason] += feedback.addresses.length;
  }
  return counts;
}

function understand(event: unknown): Feedback[] {
  try {
    return readFeedback(event);
  } catch (error) {
    if (!(error instanceof UnknownFeedback)) throw error;
    // What it holds may name members; its members' names do not.
    const members = Object.keys(Object(event)).slice(0, 20);
    putMetric('FeedbackFailed', 1);
    log.error('An event of mail was not understood', { seen: error.message, members });
    return [];
  }
}

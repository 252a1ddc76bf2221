import type { Database } from '../../../db/database.ts';
import { log } from '../../lib/log.ts';
import { putMetric } from '../putMetric.ts';
import { type Feedback, readFeedback, UnknownFeedback } from './readFeedback.ts';
import { suppress } from './suppress.ts';

/** Number of addresses suppressed by one event, by reason. */
export type FeedbackCounts = { [reason in Feedback['reason']]: number };

/**
 * Processes SES feedback about one mail. An event that cannot be parsed is logged as an error but
 * does not fail: redelivering it would never help.
 *
 * @throws errors of the database, so that the event is redelivered.
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
    // The event's values may identify members; its property names do not.
    const members = Object.keys(Object(event)).slice(0, 20);
    putMetric('FeedbackFailed', 1);
    log.error('Mail feedback not understood; event ignored', { seen: error.message, members });
    return [];
  }
}

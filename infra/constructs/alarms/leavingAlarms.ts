import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Feedback } from '../mail/feedback.ts';
import type { Unsubscribe } from '../mail/unsubscribe.ts';
import type { AlarmSet } from './alarmSet.ts';
import { mailMetric, SHORTLY } from './metrics.ts';

/** Members who want no mail, or whose mailbox takes none, might be written to all the same. */
export function leavingAlarms(
  alarms: AlarmSet,
  { feedback, unsubscribe }: { feedback: Feedback; unsubscribe: Unsubscribe },
): void {
  alarms.whenever('StopsFailed', {
    name: 'shinkan-stops-failed',
    means: 'A member pressed the link of a mail, and mails could not be stopped',
    chapter: 'a-member-says-that-mails-still-come',
    metric: mailMetric('StopsFailed', Stats.SUM),
  });
  alarms.whenever('FeedbackFailed', {
    name: 'shinkan-feedback-failed',
    means: 'A bounce or a complaint that SES told of was not kept',
    chapter: 'bounces-and-complaints-are-not-kept',
    metric: mailMetric('FeedbackFailed', Stats.SUM),
  });
  // What they cannot count themselves: a function that does not start, or runs out of time.
  alarms.whenever('UnsubscribeFails', {
    name: 'shinkan-unsubscribe-fails',
    means: 'The page behind the links of mails fails',
    chapter: 'a-member-says-that-mails-still-come',
    metric: unsubscribe.handler.metricErrors(SHORTLY),
  });
  alarms.whenever('FeedbackFails', {
    name: 'shinkan-feedback-fails',
    means: 'The function that keeps bounces and complaints fails',
    chapter: 'bounces-and-complaints-are-not-kept',
    metric: feedback.take.metricErrors(SHORTLY),
  });
}

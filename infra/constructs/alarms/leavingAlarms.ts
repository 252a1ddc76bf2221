import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import type { Feedback } from '../mail/feedback.ts';
import type { Unsubscribe } from '../mail/unsubscribe.ts';
import type { AlarmSet } from './alarmSet.ts';
import { mailMetric, SHORTLY } from './metrics.ts';

/** Members who unsubscribed, or whose mailbox rejects mail, might still be mailed. */
export function leavingAlarms(
  alarms: AlarmSet,
  { feedback, unsubscribe }: { feedback: Feedback; unsubscribe: Unsubscribe },
): void {
  alarms.whenever('StopsFailed', {
    name: 'shinkan-stops-failed',
    means: 'A member followed the unsubscribe link of a mail, and mails could not be stopped',
    chapter: 'a-member-says-that-mails-still-come',
    metric: mailMetric('StopsFailed', Stats.SUM),
  });
  alarms.whenever('FeedbackFailed', {
    name: 'shinkan-feedback-failed',
    means: 'A bounce or complaint reported by SES was not recorded',
    chapter: 'bounces-and-complaints-are-not-kept',
    metric: mailMetric('FeedbackFailed', Stats.SUM),
  });
  // Failures that the functions cannot count themselves: they do not start, or time out.
  alarms.whenever('UnsubscribeFails', {
    name: 'shinkan-unsubscribe-fails',
    means: 'The unsubscribe page fails',
    chapter: 'a-member-says-that-mails-still-come',
    metric: unsubscribe.handler.metricErrors(SHORTLY),
  });
  alarms.whenever('FeedbackFails', {
    name: 'shinkan-feedback-fails',
    means: 'The function that records bounces and complaints fails',
    chapter: 'bounces-and-complaints-are-not-kept',
    metric: feedback.take.metricErrors(SHORTLY),
  });
}

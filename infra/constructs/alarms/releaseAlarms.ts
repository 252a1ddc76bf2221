import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { Workflow } from '../lib/workflow.ts';
import type { AlarmSet } from './alarmSet.ts';
import { count, SHORTLY } from './metrics.ts';

/** New releases are not announced, or not to everybody. */
export function releaseAlarms(
  alarms: AlarmSet,
  { release, recount }: { release: Workflow; recount: IFunction },
): void {
  alarms.whenever('ReleaseFailed', {
    name: 'shinkan-release-failed',
    means: 'A release run failed: the shop did not answer, or notices or mails did not go out',
    chapter: 'a-release-run-failed',
    metric: release.metricFailed(SHORTLY),
  });
  alarms.whenever('ReleaseTimedOut', {
    name: 'shinkan-release-timed-out',
    means: 'A release run did not end within two hours',
    chapter: 'a-release-run-did-not-end',
    metric: release.metricTimedOut(SHORTLY),
  });
  alarms.alarm('ReleaseMissed', {
    name: 'shinkan-release-missed',
    means: 'No release run has succeeded for ten minutes, although one starts each minute',
    chapter: 'the-release-minute-was-missed',
    metric: release.metricSucceeded({ ...SHORTLY, period: Duration.minutes(1) }),
    comparison: ComparisonOperator.LESS_THAN_THRESHOLD,
    // CloudWatch looks two periods further back where data is missing.
    periods: 10,
    missing: TreatMissingData.BREACHING,
  });
  alarms.alarm('ShopUnanswered', {
    name: 'shinkan-shop-unanswered',
    means: "The shop's database has not answered for some minutes",
    chapter: 'the-shop-does-not-answer',
    metric: count('Release', 'ShopUnanswered'),
    comparison: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    // After one failed check comes the next; two periods are longer than a restart.
    periods: 2,
    missing: TreatMissingData.NOT_BREACHING,
  });
  alarms.whenever('RecountFails', {
    name: 'shinkan-recount-fails',
    means: 'Upcoming books are not being counted, so suggestions go stale',
    chapter: 'suggestions-grow-old',
    metric: recount.metricErrors(SHORTLY),
    // The workflow retries, which gets past most failures.
    threshold: 3,
  });
  alarms.whenever('WithdrawalsDoubted', {
    name: 'shinkan-withdrawals-doubted',
    means: 'The shop lists suspiciously few books as on sale, so none was withdrawn',
    chapter: 'the-shop-lists-too-few-of-the-books-on-sale',
    metric: count('Release', 'WithdrawalsDoubted'),
  });
}

import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Workflow } from '../lib/workflow.ts';
import type { OperatorMail } from '../mail/operatorMail.ts';
import type { AlarmSet } from './alarmSet.ts';
import { count, SHORTLY } from './metrics.ts';

/** The daily file is held, failed or never arrived. */
export function ingestAlarms(
  alarms: AlarmSet,
  { ingest, operatorMail }: { ingest: Workflow; operatorMail: OperatorMail },
): void {
  alarms.whenever('IngestHeld', {
    name: 'shinkan-ingest-held',
    means: 'An ingest run is held and waits for an operator to decide',
    chapter: 'an-ingest-run-is-held',
    metric: count('Ingest', 'RunsHeld'),
  });
  alarms.whenever('IngestFailed', {
    name: 'shinkan-ingest-failed',
    means: 'An ingest run was rejected or failed',
    chapter: 'an-ingest-run-failed',
    metric: ingest.metricFailed(SHORTLY),
  });
  alarms.whenever('IngestTimedOut', {
    name: 'shinkan-ingest-timed-out',
    means: 'An ingest run timed out',
    chapter: 'an-ingest-run-failed',
    metric: ingest.metricTimedOut(SHORTLY),
  });
  alarms.whenever('IngestAborted', {
    name: 'shinkan-ingest-aborted',
    means: 'An execution of the ingest workflow was stopped by hand',
    chapter: 'an-ingest-run-was-killed',
    metric: ingest.metricAborted(SHORTLY),
  });
  alarms.whenever('OperatorNotTold', {
    name: 'shinkan-operator-not-told',
    means: 'A mail to operators about an ingest run could not be sent',
    chapter: 'operators-are-not-told',
    metric: operatorMail.tell.metricErrors(SHORTLY),
  });
  const merged = count('Ingest', 'RunsMerged');
  alarms.alarm('NothingMerged', {
    name: 'shinkan-nothing-merged',
    means: 'No new file has been merged for more than a day',
    chapter: 'nothing-was-merged-for-a-day',
    metric: merged.with({ period: Duration.hours(1) }),
    comparison: ComparisonOperator.LESS_THAN_THRESHOLD,
    // The file is fetched daily; allow two more hours to read it and decide on a hold. Fewer than
    // 24 hours would raise the alarm on some mornings before the next file is merged. CloudWatch
    // evaluates alarms longer than a day once an hour and looks further back where data is missing,
    // so this one goes off about two hours late.
    periods: 26,
    missing: TreatMissingData.BREACHING,
  });
}

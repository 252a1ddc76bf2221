import { Duration } from 'aws-cdk-lib';
import { Metric, Stats } from 'aws-cdk-lib/aws-cloudwatch';

/** For momentary events: a datapoint that arrives some minutes late still counts. */
export const SHORTLY = { statistic: Stats.SUM, period: Duration.minutes(5) };

/** A metric that `countMetric.ts` of a service counts. */
export function count(folder: 'Auth' | 'Ingest' | 'Pages' | 'Release', metricName: string): Metric {
  return new Metric({
    namespace: `Shinkan/${folder}`,
    metricName,
    dimensionsMap: { service: folder.toLowerCase() },
    ...SHORTLY,
  });
}

/** A metric that `services/mail/putMetric.ts` puts. */
export function mailMetric(
  metricName:
    | 'FeedbackFailed'
    | 'MailsGivenUp'
    | 'OldestDueSeconds'
    | 'StopsFailed'
    | 'UncertainMails',
  statistic: string,
): Metric {
  return new Metric({
    namespace: 'Shinkan/Mail',
    metricName,
    dimensionsMap: { service: 'mail' },
    period: Duration.minutes(5),
    statistic,
  });
}

/**
 * A metric of the whole account, which SES judges as one ("Creating reputation monitoring alarms
 * using CloudWatch").
 */
export function reputation(
  metricName: 'Reputation.BounceRate' | 'Reputation.ComplaintRate',
): Metric {
  return new Metric({
    namespace: 'AWS/SES',
    metricName,
    period: Duration.hours(1),
    statistic: Stats.AVERAGE,
  });
}

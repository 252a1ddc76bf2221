import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

const metrics = new Metrics({ namespace: 'Shinkan/Mail', serviceName: 'mail' });

/** What operators' alarms watch of the mails to members. */
export type MailMetric =
  | 'FeedbackFailed'
  | 'MailsGivenUp'
  | 'OldestDueSeconds'
  | 'StopsFailed'
  | 'UncertainMails';

/** Gives CloudWatch a value, in the namespace `Shinkan/Mail`. */
export function putMetric(name: MailMetric, value: number): void {
  const unit = name === 'OldestDueSeconds' ? MetricUnit.Seconds : MetricUnit.Count;
  metrics.singleMetric().addMetric(name, unit, value);
}

import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

const metrics = new Metrics({ namespace: 'Shinkan/Pages', serviceName: 'pages' });

/** Counts one for operators' alarms, in the namespace `Shinkan/Pages` of CloudWatch; the log has the reason. */
export function countMetric(name: 'HeadsLeftOut'): void {
  metrics.singleMetric().addMetric(name, MetricUnit.Count, 1);
}

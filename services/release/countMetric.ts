import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

const metrics = new Metrics({ namespace: 'Shinkan/Release', serviceName: 'release' });

/** Counts one of something for operators' alarms, in the namespace `Shinkan/Release` of CloudWatch. */
export function countMetric(name: 'ShopUnanswered' | 'WithdrawalsDoubted'): void {
  metrics.singleMetric().addMetric(name, MetricUnit.Count, 1);
}

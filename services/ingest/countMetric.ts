import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

const metrics = new Metrics({ namespace: 'Shinkan/Ingest', serviceName: 'ingest' });

/** Counts one of something for operators' alarms, in the namespace `Shinkan/Ingest` of CloudWatch. */
export function countMetric(name: 'RunsHeld' | 'RunsMerged'): void {
  metrics.singleMetric().addMetric(name, MetricUnit.Count, 1);
}

import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

/** Writes one value to CloudWatch, with metadata that only the log shows. */
export type WriteMetric<Name extends string> = (
  name: Name,
  value?: number,
  about?: { [key: string]: string },
) => void;

/**
 * Returns a writer of a service's metrics, in the namespace `Shinkan/Mail` for `Mail`. The value
 * defaults to 1; a name that ends in `Seconds` is a duration, any other a count.
 */
export function metricWriter<Name extends string>(service: string): WriteMetric<Name> {
  const metrics = new Metrics({
    namespace: `Shinkan/${service}`,
    serviceName: service.toLowerCase(),
  });
  return (name, value = 1, about = {}) => {
    const metric = metrics.singleMetric();
    for (const [key, said] of Object.entries(about)) metric.addMetadata(key, said);
    metric.addMetric(name, name.endsWith('Seconds') ? MetricUnit.Seconds : MetricUnit.Count, value);
  };
}

/**
 * The identity of a metric ("Metrics concepts"): each combination of dimensions is a separate
 * metric.
 */
export interface Metric {
  namespace: string;
  name: string;
  dimensions: { [name: string]: string };
}

/** One value of a metric at a time in milliseconds. */
export interface Measurement {
  metric: Metric;
  value: number;
  at: number;
}

/** Returns the same text for the same metric. */
export function keyOf({ namespace, name, dimensions }: Metric): string {
  const sorted = Object.entries(dimensions).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([namespace, name, sorted]);
}

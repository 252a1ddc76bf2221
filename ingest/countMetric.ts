/**
 * Counts one of something for operators' alarms: a line in CloudWatch's embedded metric format, in
 * the namespace `Shinkan/Ingest` ("Specification: Embedded metric format" of the CloudWatch guide).
 * It goes to the output itself: the console of Lambda would put the time before it.
 */
export function countMetric(name: 'RunsHeld' | 'RunsMerged', now: Date = new Date()): void {
  const line = {
    _aws: {
      Timestamp: now.getTime(),
      CloudWatchMetrics: [
        {
          Namespace: 'Shinkan/Ingest',
          Dimensions: [['service']],
          Metrics: [{ Name: name, Unit: 'Count' }],
        },
      ],
    },
    service: 'ingest',
    [name]: 1,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/**
 * Counts one of something for operators' alarms: a line in CloudWatch's embedded metric format, in
 * the namespace `Shinkan/Release` ("Specification: Embedded metric format" of the CloudWatch guide).
 * It goes to the output itself: the console of Lambda would put the time before it.
 */
export function countMetric(name: 'ShopUnanswered' | 'WithdrawalsDoubted', now: Date): void {
  const line = {
    _aws: {
      Timestamp: now.getTime(),
      CloudWatchMetrics: [
        {
          Namespace: 'Shinkan/Release',
          Dimensions: [['service']],
          Metrics: [{ Name: name, Unit: 'Count' }],
        },
      ],
    },
    service: 'release',
    [name]: 1,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

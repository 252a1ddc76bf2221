import type { Limit } from './throttle.ts';

/**
 * Counts a try to sign in that was refused unheard, for operators' alarm: a line in CloudWatch's
 * embedded metric format, in the namespace `Shinkan/Auth` ("Specification: Embedded metric format" of
 * the CloudWatch guide), with the limit that was reached beside it. It goes to the output itself: the
 * console of Lambda would put the time before it.
 */
export function countRefusedTry(limit: Limit, now: Date): void {
  const line = {
    _aws: {
      Timestamp: now.getTime(),
      CloudWatchMetrics: [
        {
          Namespace: 'Shinkan/Auth',
          Dimensions: [['service']],
          Metrics: [{ Name: 'TriesRefused', Unit: 'Count' }],
        },
      ],
    },
    service: 'auth',
    TriesRefused: 1,
    limit,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

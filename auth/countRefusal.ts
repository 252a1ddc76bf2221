import type { Limit } from './throttle.ts';

/** Why a sign-in was refused: the login or the password is not right, or a limit was reached. */
export type Refusal = 'password' | Limit;

/**
 * Counts a sign-in that was refused, for operators' alarm: a line in CloudWatch's embedded metric
 * format, in the namespace `Shinkan/Auth` ("Specification: Embedded metric format" of the CloudWatch
 * guide), with the reason beside it. It goes to the output itself: the console of Lambda would put the
 * time before it.
 */
export function countRefusal(reason: Refusal, now: Date): void {
  const line = {
    _aws: {
      Timestamp: now.getTime(),
      CloudWatchMetrics: [
        {
          Namespace: 'Shinkan/Auth',
          Dimensions: [['service']],
          Metrics: [{ Name: 'SignInsRefused', Unit: 'Count' }],
        },
      ],
    },
    service: 'auth',
    SignInsRefused: 1,
    reason,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

import type { Limit } from './throttle.ts';

/** Why a sign-in was refused: the login or the password is not right, or a limit was reached. */
export type Refusal = 'password' | Limit;

/** What is counted of stored passwords. */
export type PasswordMetric = 'PasswordsUncheckable' | 'WeakPasswordsAccepted';

/**
 * Counts one for operators' alarms: a line in CloudWatch's embedded metric format, in the namespace
 * `Shinkan/Auth` ("Specification: Embedded metric format" of the CloudWatch guide), with what it is
 * about beside it. It goes to the output itself: the console of Lambda would put the time before it.
 */
export function countMetric(
  name: 'SignInsRefused' | PasswordMetric,
  about: { reason: Refusal } | { format: string },
  now: Date,
): void {
  const line = {
    _aws: {
      Timestamp: now.getTime(),
      CloudWatchMetrics: [
        {
          Namespace: 'Shinkan/Auth',
          Dimensions: [['service']],
          Metrics: [{ Name: name, Unit: 'Count' }],
        },
      ],
    },
    service: 'auth',
    [name]: 1,
    ...about,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

/** What is counted of stored passwords. */
export type PasswordMetric = 'PasswordsUncheckable' | 'WeakPasswordsAccepted';

/**
 * Counts one for operators: a line in CloudWatch's embedded metric format, in the namespace
 * `Shinkan/Auth` ("Specification: Embedded metric format" of the CloudWatch guide), with the name of the
 * format beside it. It goes to the output itself: the console of Lambda would put the time before it.
 */
export function countPasswords(name: PasswordMetric, format: string, now: Date): void {
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
    format,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

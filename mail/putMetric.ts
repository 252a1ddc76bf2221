/** What operators' alarms watch of the mails to members. */
export type MailMetric =
  | 'FeedbackFailed'
  | 'MailsGivenUp'
  | 'OldestDueSeconds'
  | 'StopsFailed'
  | 'UncertainMails';

/**
 * Gives CloudWatch a value: a line in its embedded metric format, in the namespace `Shinkan/Mail`
 * ("Specification: Embedded metric format" of the CloudWatch guide). It goes to the output itself: the
 * console of Lambda would put the time before it.
 */
export function putMetric(name: MailMetric, value: number, now: Date = new Date()): void {
  const line = {
    _aws: {
      Timestamp: now.getTime(),
      CloudWatchMetrics: [
        {
          Namespace: 'Shinkan/Mail',
          Dimensions: [['service']],
          Metrics: [{ Name: name, Unit: name === 'OldestDueSeconds' ? 'Seconds' : 'Count' }],
        },
      ],
    },
    service: 'mail',
    [name]: value,
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

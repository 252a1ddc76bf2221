import { metricWriter } from '../lib/metricWriter.ts';

/** Writes a metric for operators' alarms. */
export const putMetric = metricWriter<
  'FeedbackFailed' | 'MailsGivenUp' | 'OldestDueSeconds' | 'StopsFailed' | 'UncertainMails'
>('Mail');

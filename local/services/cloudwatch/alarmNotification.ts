import { accountId, region } from '../../lib/aws.ts';
import type { Notification } from '../sns/startSns.ts';
import type { Alarm, AlarmState } from './readAlarm.ts';

/** A change of an alarm's state. */
export interface Change {
  alarm: Alarm;
  from: AlarmState;
  to: AlarmState;
  reason: string;
  at: Date;
}

/** The region's name in mails. */
const REGION_NAME = 'Asia Pacific (Tokyo)';

/** Returns what CloudWatch publishes to a topic: JSON, and a text for mail subscribers. */
export function alarmNotification(change: Change): Notification {
  const { alarm, to } = change;
  return {
    subject: `${to}: "${alarm.name}" in ${REGION_NAME}`,
    message: JSON.stringify(message(change)),
    mailText: mailText(change),
  };
}

function message({ alarm, from, to, reason, at }: Change): object {
  return {
    AlarmName: alarm.name,
    AlarmDescription: alarm.description,
    AWSAccountId: accountId,
    NewStateValue: to,
    NewStateReason: reason,
    StateChangeTime: at.toISOString().replace('Z', '+0000'),
    Region: REGION_NAME,
    AlarmArn: alarm.arn,
    OldStateValue: from,
    OKActions: alarm.actions.OK,
    AlarmActions: alarm.actions.ALARM,
    InsufficientDataActions: alarm.actions.INSUFFICIENT_DATA,
    Trigger: {
      MetricName: alarm.metric.name,
      Namespace: alarm.metric.namespace,
      StatisticType: 'Statistic',
      Statistic: alarm.statistic.toUpperCase(),
      Unit: null,
      Dimensions: Object.entries(alarm.metric.dimensions).map(([name, value]) => ({ value, name })),
      Period: alarm.periodSeconds,
      EvaluationPeriods: alarm.evaluationPeriods,
      DatapointsToAlarm: alarm.datapointsToAlarm,
      ComparisonOperator: alarm.comparison,
      Threshold: alarm.threshold,
      TreatMissingData: alarm.missing,
      EvaluateLowSampleCountPercentile: '',
    },
  };
}

const WHAT_HAPPENED: { readonly [state in AlarmState]: string } = {
  ALARM: 'entered the ALARM state',
  OK: 'entered the OK state',
  INSUFFICIENT_DATA: 'entered the INSUFFICIENT_DATA state',
};

function mailText({ alarm, from, to, reason, at }: Change): string {
  const { metric, actions } = alarm;
  const field = (name: string, value: string) => `- ${`${name}:`.padEnd(28)}${value}`;
  const dimensions = Object.entries(metric.dimensions).map(([name, value]) => `${name} = ${value}`);
  const topics = (state: AlarmState) =>
    `- ${state}: ${actions[state].length > 0 ? `[${actions[state].join(', ')}]` : ''}`;
  const during = alarm.periodSeconds * alarm.evaluationPeriods;
  return [
    `You are receiving this email because your Amazon CloudWatch Alarm "${alarm.name}" in the ${REGION_NAME} region has ${WHAT_HAPPENED[to]}, because "${reason}" at "${longTime(at)}".`,
    '',
    'Alarm Details:',
    field('Name', alarm.name),
    field('Description', alarm.description),
    field('State Change', `${from} -> ${to}`),
    field('Reason for State Change', reason),
    field('Timestamp', longTime(at)),
    field('AWS Account', accountId),
    field('Alarm Arn', alarm.arn),
    '',
    'Threshold:',
    `- The alarm is in the ALARM state when the metric is ${alarm.comparison} ${alarm.threshold.toFixed(1)} for at least ${alarm.datapointsToAlarm} of the last ${alarm.evaluationPeriods} period(s) of ${alarm.periodSeconds} seconds (${during} seconds).`,
    '',
    'Monitored Metric:',
    field('MetricNamespace', metric.namespace),
    field('MetricName', metric.name),
    field('Dimensions', `[${dimensions.join(', ')}]`),
    field('Period', `${alarm.periodSeconds} seconds`),
    field('Statistic', alarm.statistic),
    field('Unit', 'not specified'),
    field('TreatMissingData', alarm.missing),
    '',
    'State Change Actions:',
    topics('OK'),
    topics('ALARM'),
    topics('INSUFFICIENT_DATA'),
    '',
    `Region: ${region}`,
  ].join('\n');
}

/** `Thursday 26 November, 2026 11:40:03 UTC`. */
function longTime(at: Date): string {
  const part = (options: Intl.DateTimeFormatOptions) =>
    at.toLocaleString('en-GB', { ...options, timeZone: 'UTC' });
  return `${part({ weekday: 'long' })} ${part({ day: '2-digit' })} ${part({ month: 'long' })}, ${part({ year: 'numeric' })} ${at.toISOString().slice(11, 19)} UTC`;
}

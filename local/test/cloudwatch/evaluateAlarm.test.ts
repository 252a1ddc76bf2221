import { describe, expect, it, test } from 'vitest';
import { evaluateAlarm } from '../../services/cloudwatch/evaluateAlarm.ts';
import type { Alarm } from '../../services/cloudwatch/readAlarm.ts';

const anAlarm = (more: Partial<Alarm> = {}): Alarm => ({
  name: 'held',
  arn: 'arn:aws:cloudwatch:ap-northeast-1:000000000000:alarm:held',
  description: '',
  metric: { namespace: 'Own', name: 'Held', dimensions: {} },
  statistic: 'Sum',
  periodSeconds: 60,
  threshold: 1,
  comparison: 'GreaterThanOrEqualToThreshold',
  datapointsToAlarm: 3,
  evaluationPeriods: 3,
  missing: 'missing',
  actions: { OK: [], ALARM: [], INSUFFICIENT_DATA: [] },
  ...more,
});

const noon = Date.UTC(2026, 10, 26, 12);

/** `0 - X`: within the threshold, missing and beyond it, newest last as in the guide. */
function points(pattern: string) {
  const values = pattern.split(' ').map((sign) => ({ '0': 0, X: 1 })[sign] ?? null);
  return values.reverse().map((value, back) => ({ from: noon - back * 60_000, value }));
}

const judge = (alarm: Alarm, pattern: string) =>
  evaluateAlarm(alarm, points(pattern))?.state ?? 'as it is';

// The tables of "Configuring how CloudWatch alarms treat missing data".
describe.each([
  // Points, and the state for missing, ignore, breaching, notBreaching.
  ['0 - X - X', 'OK', 'OK', 'OK', 'OK'],
  ['- - - - 0', 'OK', 'OK', 'OK', 'OK'],
  ['- - - - -', 'INSUFFICIENT_DATA', 'as it is', 'ALARM', 'OK'],
  ['0 X X - X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
  ['- - X - -', 'ALARM', 'as it is', 'ALARM', 'OK'],
])('three of three datapoints, %s', (pattern, missing, ignore, breaching, notBreaching) => {
  it.each(Object.entries({ missing, ignore, breaching, notBreaching }))(
    'with missing data as %s: %s',
    (how, state) => {
      expect(judge(anAlarm({ missing: how as Alarm['missing'] }), pattern)).toBe(state);
    },
  );
});

describe.each([
  ['0 - X - X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
  ['0 0 X 0 X', 'ALARM', 'ALARM', 'ALARM', 'ALARM'],
  ['0 - X - -', 'OK', 'OK', 'ALARM', 'OK'],
  ['- - - - 0', 'OK', 'OK', 'ALARM', 'OK'],
  ['- - - X -', 'ALARM', 'as it is', 'ALARM', 'OK'],
])('two of three datapoints, %s', (pattern, missing, ignore, breaching, notBreaching) => {
  it.each(Object.entries({ missing, ignore, breaching, notBreaching }))(
    'with missing data as %s: %s',
    (how, state) => {
      const alarm = anAlarm({ missing: how as Alarm['missing'], datapointsToAlarm: 2 });
      expect(judge(alarm, pattern)).toBe(state);
    },
  );
});

describe('one of one datapoint, missing data not breaching', () => {
  const alarm = anAlarm({ evaluationPeriods: 1, datapointsToAlarm: 1, missing: 'notBreaching' });

  it.each([
    ['- - X', 'ALARM'],
    ['- X -', 'ALARM'],
    ['X - -', 'ALARM'],
    ['- - -', 'OK'],
    ['X - 0', 'OK'],
  ])('%s: %s', (pattern, state) => expect(judge(alarm, pattern)).toBe(state));
});

describe('a heartbeat of 26 hours, missing data breaching', () => {
  const alarm = anAlarm({
    comparison: 'LessThanThreshold',
    evaluationPeriods: 26,
    datapointsToAlarm: 26,
    missing: 'breaching',
  });
  const hours = (beatAt: number) =>
    Array.from({ length: 28 }, (_, back) => (back === beatAt ? 'X' : '-'))
      .reverse()
      .join(' ');

  it.each([
    [0, 'OK'],
    [25, 'OK'],
    [27, 'OK'],
    [28, 'ALARM'],
  ])('a beat %i hours ago: %s', (ago, state) => expect(judge(alarm, hours(ago))).toBe(state));
});

describe('each comparison with the threshold', () => {
  it.each([
    ['GreaterThanThreshold', ['OK', 'OK', 'ALARM']],
    ['GreaterThanOrEqualToThreshold', ['OK', 'ALARM', 'ALARM']],
    ['LessThanThreshold', ['ALARM', 'OK', 'OK']],
    ['LessThanOrEqualToThreshold', ['ALARM', 'ALARM', 'OK']],
  ] as const)('%s', (comparison, states) => {
    const alarm = anAlarm({ comparison, evaluationPeriods: 1, datapointsToAlarm: 1 });
    expect(
      [0.5, 1, 1.5].map((value) => evaluateAlarm(alarm, [{ from: noon, value }])?.state),
    ).toEqual(states);
  });
});

test.each([
  [
    anAlarm({ evaluationPeriods: 1, datapointsToAlarm: 1 }),
    'X',
    'Threshold Crossed: 1 datapoint [1.0 (26/11/26 12:00:00)] was greater than or equal to the threshold (1.0).',
  ],
  [
    anAlarm({ evaluationPeriods: 2, datapointsToAlarm: 2 }),
    '0 X',
    'Threshold Crossed: 2 datapoints [1.0 (26/11/26 12:00:00), 0.0 (26/11/26 11:59:00)] were not greater than or equal to the threshold (1.0).',
  ],
  [
    anAlarm({ missing: 'breaching' }),
    '- - -',
    'Threshold Crossed: no datapoints were received for 3 periods and 3 missing datapoints were treated as [Breaching].',
  ],
  [
    anAlarm({ evaluationPeriods: 1, datapointsToAlarm: 1, missing: 'notBreaching' }),
    '-',
    'Threshold Crossed: no datapoints were received for 1 period and 1 missing datapoint was treated as [NonBreaching].',
  ],
  [anAlarm(), '- - -', 'Insufficient Data: 3 datapoints were unknown.'],
])('the reason states the values seen', (alarm, pattern, reason) => {
  expect(evaluateAlarm(alarm, points(pattern))?.reason).toBe(reason);
});

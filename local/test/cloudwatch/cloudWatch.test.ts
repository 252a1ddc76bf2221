import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import type { Json } from '../../lib/resource.ts';
import { readAlarms } from '../../services/cloudwatch/alarmsFile.ts';
import { type CloudWatch, startCloudWatch } from '../../services/cloudwatch/startCloudWatch.ts';
import type { Notification } from '../../services/sns/startSns.ts';

const topic = 'arn:aws:sns:ap-northeast-1:000000000000:told';
const metric = { namespace: 'Shinkan/Ingest', name: 'RunsHeld', dimensions: { service: 'ingest' } };
const held: { [name: string]: Json } = {
  AlarmName: 'held',
  AlarmDescription: 'A run is held',
  AlarmActions: [topic],
  Namespace: 'Shinkan/Ingest',
  MetricName: 'RunsHeld',
  Dimensions: [{ Name: 'service', Value: 'ingest' }],
  Statistic: 'Sum',
  Period: 300,
  Threshold: 1,
  ComparisonOperator: 'GreaterThanOrEqualToThreshold',
  EvaluationPeriods: 1,
  TreatMissingData: 'notBreaching',
};

let dir: string;
let time: number;
let told: { topic: string; notification: Notification }[];
let log: string[];
let running: CloudWatch | undefined;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'shinkan-cloudwatch-'));
  time = Date.UTC(2026, 10, 26, 12, 0, 30);
  told = [];
  log = [];
});
afterEach(() => {
  running?.stop();
  running = undefined;
  rmSync(dir, { recursive: true });
});

function start(properties: { [name: string]: Json } = {}): CloudWatch {
  running?.stop();
  running = undefined;
  running = startCloudWatch({
    resources: [
      {
        stack: 'Service',
        logicalId: 'Held',
        type: 'AWS::CloudWatch::Alarm',
        ref: 'held',
        properties: { ...held, ...properties },
        attributes: { Arn: 'arn:aws:cloudwatch:ap-northeast-1:000000000000:alarm:held' },
        dependsOn: [],
      },
    ],
    published: { 'AWS/States': ['ExecutionsFailed'] },
    dir,
    publish: async (to, notification) => {
      told.push({ topic: to, notification });
    },
    log: (line) => log.push(line),
    now: () => time,
  });
  return running;
}

const state = () => readAlarms(dir)[0]?.state;
const minutesPass = (minutes: number) => {
  time += minutes * 60_000;
};

describe('an alarm', () => {
  it('an alarm begins without data and is first evaluated after a minute', () => {
    const cloudWatch = start();
    expect(readAlarms(dir)).toMatchObject([
      { state: 'INSUFFICIENT_DATA', reason: 'Unchecked: Initial alarm creation' },
    ]);
    cloudWatch.evaluate();
    expect(state()).toBe('OK');
    expect(told).toEqual([]);
  });

  it('an alarm goes off with the first value beyond its threshold, and notifies its topic once', () => {
    const cloudWatch = start();
    cloudWatch.put([{ metric, value: 1, at: time }]);
    cloudWatch.put([{ metric, value: 1, at: time }]);
    cloudWatch.evaluate();
    expect(readAlarms(dir)).toMatchObject([
      { name: 'held', state: 'ALARM', since: new Date(time).toISOString() },
    ]);
    expect(told.map(({ topic: to, notification }) => [to, notification.subject])).toEqual([
      [topic, 'ALARM: "held" in Asia Pacific (Tokyo)'],
    ]);
  });

  it('an alarm ends when its periods have passed, and notifies only those who asked for it', () => {
    const cloudWatch = start();
    cloudWatch.put([{ metric, value: 1, at: time }]);
    minutesPass(14);
    cloudWatch.evaluate();
    expect(state()).toBe('ALARM');
    minutesPass(1);
    cloudWatch.evaluate();
    expect(state()).toBe('OK');
    expect(told).toHaveLength(1);
  });

  it('an alarm notifies the return to OK if it has an action for that', () => {
    const cloudWatch = start({ OKActions: [topic] });
    cloudWatch.put([{ metric, value: 1, at: time }]);
    minutesPass(15);
    cloudWatch.evaluate();
    expect(told.map(({ notification }) => notification.subject)).toEqual([
      'ALARM: "held" in Asia Pacific (Tokyo)',
      'OK: "held" in Asia Pacific (Tokyo)',
    ]);
  });

  it('an alarm ignores other metrics and other dimensions of its own', () => {
    const cloudWatch = start();
    cloudWatch.put([
      { metric: { ...metric, name: 'RunsMerged' }, value: 1, at: time },
      { metric: { ...metric, dimensions: {} }, value: 1, at: time },
    ]);
    expect(state()).toBe('INSUFFICIENT_DATA');
  });

  it('an alarm keeps its state over a restart and notifies nothing again', () => {
    start().put([{ metric, value: 1, at: time }]);
    minutesPass(1);
    start().evaluate();
    expect(state()).toBe('ALARM');
    expect(told).toHaveLength(1);
    minutesPass(15);
    start().evaluate();
    expect(state()).toBe('OK');
  });

  it('an alarm with disabled actions notifies nobody', () => {
    start({ ActionsEnabled: false }).put([{ metric, value: 1, at: time }]);
    expect(state()).toBe('ALARM');
    expect(told).toEqual([]);
  });

  it.each([
    ['Sum', [1, 2, 3], 6],
    ['SampleCount', [5, 5], 2],
    ['Average', [1, 2, 6], 3],
    ['Minimum', [4, 2, 3], 2],
    ['Maximum', [4, 9, 3], 9],
  ])('an alarm supports %s of the values of a period', (Statistic, values, expected) => {
    const cloudWatch = start({ Statistic, Threshold: expected });
    cloudWatch.put(values.map((value, n) => ({ metric, value, at: time - n * 60_000 })));
    expect(state()).toBe('ALARM');
    expect(readAlarms(dir)[0]?.reason).toContain(`[${expected}.0 (`);
  });
});

test('the mail has CloudWatch’s wording', () => {
  start().put([{ metric, value: 1, at: time }]);
  const [{ notification } = { notification: undefined }] = told;
  expect(notification?.mailText).toContain(
    'You are receiving this email because your Amazon CloudWatch Alarm "held" in the Asia Pacific (Tokyo) region has entered the ALARM state, because "Threshold Crossed: 1 datapoint [1.0 (26/11/26 11:56:00)] was greater than or equal to the threshold (1.0)." at "Thursday 26 November, 2026 12:00:30 UTC".',
  );
  expect(notification?.mailText).toContain('- Description:                A run is held');
  expect(notification?.mailText).toContain(
    '- State Change:               INSUFFICIENT_DATA -> ALARM',
  );
  expect(JSON.parse(notification?.message ?? '')).toMatchObject({
    AlarmName: 'held',
    NewStateValue: 'ALARM',
    OldStateValue: 'INSUFFICIENT_DATA',
    StateChangeTime: '2026-11-26T12:00:30.000+0000',
    Trigger: { MetricName: 'RunsHeld', Dimensions: [{ name: 'service', value: 'ingest' }] },
  });
});

describe('an unsupported setting stops the start, by name', () => {
  it.each<[string, { [name: string]: Json }, RegExp]>([
    ['expressions', { Metrics: [] }, /property Metrics is not emulated/],
    ['percentiles', { ExtendedStatistic: 'p99' }, /property ExtendedStatistic is not emulated/],
    ['seconds', { Period: 10 }, /Period 10 is not emulated, only whole minutes/],
    [
      'anomaly detection',
      { ComparisonOperator: 'GreaterThanUpperThreshold' },
      /ComparisonOperator GreaterThanUpperThreshold is not emulated/,
    ],
    [
      'what no service here counts',
      { Namespace: 'AWS/States', MetricName: 'ExecutionTime' },
      /the metric AWS\/States ExecutionTime is not emulated/,
    ],
    [
      'services that count nothing here',
      { Namespace: 'AWS/RDS', MetricName: 'CPUUtilization' },
      /the metric AWS\/RDS CPUUtilization is not emulated/,
    ],
    [
      'actions that are no topics',
      { AlarmActions: ['arn:aws:lambda:ap-northeast-1:000000000000:function:F'] },
      /AlarmActions arn:aws:lambda:.* is not emulated, only SNS topics/,
    ],
    [
      'calendar windows',
      { EvaluationWindow: { WallClockWindow: {} } },
      /property EvaluationWindow is not emulated/,
    ],
  ])('%s', (_, properties, message) => {
    expect(() => start(properties)).toThrow(message);
    expect(() => start(properties)).toThrow('Service/Held (AWS::CloudWatch::Alarm)');
  });
});

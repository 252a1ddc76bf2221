import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Json, Resource } from '../../lib/resource.ts';
import { AwsError } from '../../services/protocol/awsError.ts';
import { startScheduler } from '../../services/scheduler/startScheduler.ts';

const machine = 'arn:aws:states:ap-northeast-1:000000000000:stateMachine:Release';
const lambda = 'arn:aws:lambda:ap-northeast-1:000000000000:function:Detect';
const universal = 'arn:aws:scheduler:::aws-sdk:sfn:startExecution';

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-24T00:00:00Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

test('a state machine is started at every period, with the schedule’s input', async () => {
  const { calls, scheduler } = await start({ Target: { Arn: machine, Input: '{"a":1}' } });
  await vi.advanceTimersByTimeAsync(3 * 60_000);
  expect(calls).toEqual(Array(3).fill(['execution', machine, { a: 1 }]));
  await scheduler.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(calls).toHaveLength(3);
});

test('a run does not wait for the previous one', async () => {
  const { calls, scheduler } = await start({}, { startExecution: () => new Promise(() => {}) });
  await vi.advanceTimersByTimeAsync(2 * 60_000);
  expect(calls).toHaveLength(2);
  await scheduler.stop();
});

test('the universal target names the state machine in its input', async () => {
  const Input = JSON.stringify({ StateMachineArn: machine, Input: '{"b":2}' });
  const { calls, scheduler } = await start({ Target: { Arn: universal, Input } });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(calls).toEqual([['execution', machine, { b: 2 }]]);
  await scheduler.stop();
});

test('a function is invoked and knows its scheduled time', async () => {
  const Input = '{"at":"<aws.scheduler.scheduled-time>"}';
  const { calls, scheduler } = await start({ Target: { Arn: lambda, Input } });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(calls).toEqual([['function', lambda, { at: '2026-11-24T00:01:00Z' }]]);
  await scheduler.stop();
});

test('times that passed while the machine slept are not caught up', async () => {
  const { calls, logged, scheduler } = await start({});
  vi.setSystemTime(new Date('2026-11-24T08:00:30Z'));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(logged).toEqual([expect.stringMatching(/00:01:00.* slept/)]);
  expect(calls).toEqual([]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(calls).toHaveLength(1);
  await scheduler.stop();
});

test('a rejected start is logged and not retried, and the schedule continues', async () => {
  const refusing = async () => {
    throw new AwsError('StateMachineDoesNotExist', 'no such state machine');
  };
  const { calls, logged, scheduler } = await start({}, { startExecution: refusing });
  await vi.advanceTimersByTimeAsync(2 * 60_000);
  expect(calls).toHaveLength(2);
  expect(logged[0]).toMatch(/EveryMinute.*no such state machine/);
  await scheduler.stop();
});

test('a failed start is retried according to the policy, with growing pauses', async () => {
  const failing = async () => {
    throw new Error('busy');
  };
  const Input = '{"attempt":"<aws.scheduler.attempt-number>","id":"<aws.scheduler.execution-id>"}';
  const RetryPolicy = { MaximumRetryAttempts: 2 };
  const { calls, logged, scheduler } = await start(
    { ScheduleExpression: 'rate(1 hour)', Target: { Arn: machine, Input, RetryPolicy } },
    { startExecution: failing },
  );
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(calls).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(calls).toHaveLength(2);
  await vi.advanceTimersByTimeAsync(60_000);
  const inputs = calls.map(([, , input]) => input as { attempt: string; id: string });
  expect(inputs.map(({ attempt }) => attempt)).toEqual(['1', '2', '3']);
  expect(new Set(inputs.map(({ id }) => id)).size).toBe(1);
  expect(logged).toEqual([expect.stringMatching(/busy/)]);
  await scheduler.stop();
});

test('a start is not retried after MaximumEventAgeInSeconds', async () => {
  const failing = async () => {
    throw new Error('busy');
  };
  const RetryPolicy = { MaximumEventAgeInSeconds: 60 };
  const { calls, scheduler } = await start(
    { ScheduleExpression: 'rate(1 hour)', Target: { Arn: machine, RetryPolicy } },
    { startExecution: failing },
  );
  await vi.advanceTimersByTimeAsync(3_600_000 + 600_000);
  // At 0, 1, 3, 7, 15 and 31 seconds; the next would come at 63.
  expect(calls).toHaveLength(6);
  await scheduler.stop();
});

test('a schedule names its group', async () => {
  const group = {
    ...schedule({}),
    type: 'AWS::Scheduler::ScheduleGroup',
    ref: 'shop',
    properties: {},
  };
  const Input = '{"arn":"<aws.scheduler.schedule-arn>"}';
  const own = { GroupName: 'shop', Target: { Arn: machine, Input } };
  const { calls, scheduler } = await start(own, {}, [group]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(calls[0]?.[2]).toEqual({
    arn: 'arn:aws:scheduler:ap-northeast-1:000000000000:schedule/shop/EveryMinute',
  });
  await scheduler.stop();
  await expect(start({ GroupName: 'gone' })).rejects.toThrow(/no schedule group gone/);
});

test('a disabled schedule does not run', async () => {
  const { scheduler } = await start({ State: 'DISABLED' });
  expect(scheduler.schedules()).toEqual([]);
  await scheduler.stop();
});

test('a rate may be in seconds, unlike on AWS', async () => {
  const { calls, scheduler } = await start({ ScheduleExpression: 'rate(5 seconds)' });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(calls).toHaveLength(12);
  await scheduler.stop();
});

test('start and end dates are honoured', async () => {
  const dates = { StartDate: '2026-11-24T00:02:00Z', EndDate: '2026-11-24T00:04:00Z' };
  const { calls, scheduler } = await start(dates);
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(calls).toHaveLength(3);
  await scheduler.stop();
});

test.each([
  [
    'another target',
    { Target: { Arn: 'arn:aws:sqs:x:0:queue' } },
    /EveryMinute: Target\.Arn .*sqs/,
  ],
  [
    'an input that is not JSON',
    { Target: { Arn: machine, Input: '{"at": <aws.scheduler.scheduled-time>}' } },
    /EveryMinute: Target\.Input is not JSON/,
  ],
  [
    'a dead letter queue',
    { Target: { Arn: machine, DeadLetterConfig: { Arn: 'x' } } },
    /Target\.DeadLetterConfig is not emulated/,
  ],
  ['a wrong expression', { ScheduleExpression: 'rate(1 week)' }, /EveryMinute: .*rate\(1 week\)/],
  [
    'an unknown time zone',
    { ScheduleExpressionTimezone: 'Mars', ScheduleExpression: 'cron(0 6 * * ? *)' },
    /EveryMinute|Mars/,
  ],
  [
    'an unknown property',
    { ActionAfterCompletion: 'DELETE' },
    /ActionAfterCompletion is not emulated/,
  ],
  [
    'an unknown member of the retry policy',
    { Target: { Arn: machine, RetryPolicy: { Backoff: 2 } } },
    /Target\.RetryPolicy\.Backoff is not emulated/,
  ],
  [
    'an unknown flexible window',
    { FlexibleTimeWindow: { Mode: 'SOMETIMES' } },
    /FlexibleTimeWindow\.Mode SOMETIMES is not emulated/,
  ],
  ['an unknown state', { State: 'PAUSED' }, /State is PAUSED/],
])('%s stops the start, by name', async (_, properties, why) => {
  await expect(start(properties)).rejects.toThrow(why);
});

function schedule(properties: Resource['properties']): Resource {
  return {
    stack: 'Service',
    logicalId: 'EveryMinute',
    type: 'AWS::Scheduler::Schedule',
    properties: {
      ScheduleExpression: 'rate(1 minute)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: { Arn: machine },
      ...properties,
    },
    ref: 'EveryMinute',
  };
}

async function start(
  properties: Resource['properties'],
  options: Partial<Parameters<typeof startScheduler>[0]> = {},
  others: Resource[] = [],
) {
  const calls: unknown[][] = [];
  const logged: string[] = [];
  const record =
    (kind: string, then?: (arn: string, input: Json) => Promise<unknown>) =>
    async (arn: string, input: Json) => {
      calls.push([kind, arn, input]);
      return then?.(arn, input);
    };
  const scheduler = await startScheduler({
    resources: [schedule(properties), ...others],
    invokeLambda: record('function'),
    log: (line) => logged.push(line),
    ...options,
    startExecution: record('execution', options.startExecution),
  });
  return { scheduler, calls, logged };
}

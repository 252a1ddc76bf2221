import {
  GetExecutionHistoryCommand,
  type HistoryEvent,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { expect, test, vi } from 'vitest';
import type { Json, Resource } from '../../lib/resource.ts';
import { describeHistory } from '../../services/states/history/describeHistory.ts';
import type { StatesOptions } from '../../services/states/startStates.ts';
import { arn, failure, functionArn, invoke, machine, serve } from './support.ts';

const PATIENT = { timeout: 20_000 };

/** Runs one execution and returns all events of its history, page by page. */
async function historyOf(
  resource: Resource,
  input: Json = {},
  options: Partial<StatesOptions> = {},
) {
  const { states, client } = await serve(resource, options);
  const executionArn = await states.startExecution(arn, input);
  await states.idle();
  const events: HistoryEvent[] = [];
  let nextToken: string | undefined;
  do {
    const command = new GetExecutionHistoryCommand({ executionArn, nextToken, maxResults: 1000 });
    const page = await client.send(command);
    events.push(...(page.events ?? []));
    nextToken = page.nextToken;
  } while (nextToken);
  await states.stop();
  return events;
}

const links = (events: HistoryEvent[]) =>
  events.map(({ id, previousEventId, type }) => `${id} ${type} after ${previousEventId}`);

const call = { ...invoke, Parameters: { FunctionName: functionArn, 'Payload.$': '$' } };
const each = (states: object, rest: object = {}) => ({
  Type: 'Map',
  ItemProcessor: { StartAt: Object.keys(states)[0], States: states },
  End: true,
  ...rest,
});

test('the items of a Map are recorded in the service’s order', async () => {
  const resource = machine({
    Each: each({ Item: { Type: 'Pass', End: true } }, { MaxConcurrency: 1 }),
  });
  expect(links(await historyOf(resource, ['a', 'b']))).toEqual([
    '1 ExecutionStarted after 0',
    '2 MapStateEntered after 0',
    '3 MapStateStarted after 2',
    '4 MapIterationStarted after 3',
    '5 PassStateEntered after 4',
    '6 PassStateExited after 5',
    '7 MapIterationSucceeded after 6',
    '8 MapIterationStarted after 6',
    '9 PassStateEntered after 8',
    '10 PassStateExited after 9',
    '11 MapIterationSucceeded after 10',
    '12 MapStateSucceeded after 11',
    '13 MapStateExited after 11',
    '14 ExecutionSucceeded after 13',
  ]);
});

test('a failed and caught Map is recorded as by the service', async () => {
  const Catch = [{ ErrorEquals: ['ItemFailed'], Next: 'Caught' }];
  const resource = machine({
    Each: each({ Item: { Type: 'Fail', Error: 'ItemFailed', Cause: 'why' } }, { Catch }),
    Caught: { Type: 'Pass', End: true },
  });
  const events = await historyOf(resource, [1]);
  expect(links(events).slice(2)).toEqual([
    '3 MapStateStarted after 2',
    '4 MapIterationStarted after 3',
    '5 FailStateEntered after 4',
    '6 MapIterationFailed after 5',
    '7 MapStateFailed after 5',
    '8 MapStateExited after 7',
    '9 PassStateEntered after 8',
    '10 PassStateExited after 9',
    '11 ExecutionSucceeded after 10',
  ]);
  const output = events[7]?.stateExitedEventDetails?.output ?? '';
  expect(JSON.parse(output)).toEqual({ Error: 'ItemFailed', Cause: 'why' });
});

test('an item that times out aborts the others of its Map', async () => {
  const resource = machine({
    Each: each({
      Which: {
        Type: 'Choice',
        Choices: [{ Variable: '$', NumericEquals: 0, Next: 'Slow' }],
        Default: 'Slower',
      },
      Slow: { ...call, TimeoutSeconds: 1, End: true },
      Slower: { Type: 'Wait', Seconds: 60, End: true },
    }),
  });
  const events = await historyOf(resource, [0, 1], { invokeLambda: () => new Promise(() => {}) });
  const timedOut = events.findIndex(({ type }) => type === 'TaskTimedOut');
  const id = timedOut + 1;
  expect(links(events).slice(timedOut + 1)).toEqual([
    `${id + 1} MapIterationFailed after ${id}`,
    `${id + 2} WaitStateAborted after ${id}`,
    `${id + 3} MapIterationAborted after ${id}`,
    `${id + 4} MapStateFailed after ${id}`,
    `${id + 5} ExecutionFailed after ${id + 4}`,
  ]);
  expect(events[timedOut]?.taskTimedOutEventDetails).toEqual({
    error: 'States.Timeout',
    resource: 'invoke',
    resourceType: 'lambda',
  });
});

test('the branches of a Parallel state are recorded, and the next event refers to the last of them', async () => {
  const branch = (name: string) => ({
    StartAt: name,
    States: { [name]: { Type: 'Pass', End: true } },
  });
  const resource = machine({
    Both: { Type: 'Parallel', Branches: [branch('Left'), branch('Right')], End: true },
  });
  const events = await historyOf(resource);
  expect(links(events)).toEqual([
    '1 ExecutionStarted after 0',
    '2 ParallelStateEntered after 0',
    '3 ParallelStateStarted after 2',
    '4 PassStateEntered after 3',
    '5 PassStateEntered after 3',
    '6 PassStateExited after 4',
    '7 PassStateExited after 5',
    '8 ParallelStateSucceeded after 7',
    '9 ParallelStateExited after 7',
    '10 ExecutionSucceeded after 9',
  ]);
});

test('a call is recorded with its service, parameters, timeout and answer', async () => {
  const resource = machine({ Merge: { ...call, TimeoutSeconds: 5, End: true } });
  const events = await historyOf(resource, { a: 1 }, { invokeLambda: async () => ({ merged: 1 }) });
  expect(events[2]?.taskScheduledEventDetails).toEqual({
    parameters: JSON.stringify({ FunctionName: functionArn, Payload: { a: 1 } }),
    region: 'ap-northeast-1',
    resource: 'invoke',
    resourceType: 'lambda',
    timeoutInSeconds: 5,
  });
  expect(events[4]?.taskSucceededEventDetails?.outputDetails).toEqual({ truncated: false });
});

test('a function called by its ARN has its own events', async () => {
  const resource = machine({ Merge: { Type: 'Task', Resource: functionArn, End: true } });
  const events = await historyOf(resource, {}, { invokeLambda: async () => null });
  expect(events.slice(2, 5).map(({ type }) => type)).toEqual([
    'LambdaFunctionScheduled',
    'LambdaFunctionStarted',
    'LambdaFunctionSucceeded',
  ]);
  expect(events[2]?.lambdaFunctionScheduledEventDetails).toMatchObject({ resource: functionArn });
});

test('the 25,000th event is the failure of an execution that loops endlessly', async () => {
  const resource = machine({
    Spin: {
      Type: 'Choice',
      Choices: [{ Variable: '$.spin', BooleanEquals: true, Next: 'Spin' }],
      Default: 'Done',
    },
    Done: { Type: 'Succeed' },
  });
  const events = await historyOf(resource, { spin: true });
  expect(events.length).toBe(25_000);
  expect(events.at(-2)).toMatchObject({ id: 24_999, type: 'ChoiceStateExited' });
  expect(events.at(-1)).toMatchObject({
    type: 'ExecutionFailed',
    previousEventId: 24_999,
    executionFailedEventDetails: {
      error: 'States.Runtime',
      cause: 'The execution reached the maximum number of history events (25000).',
    },
  });
});

test('a stopped execution records that its state was aborted', async () => {
  const { states, client } = await serve(
    machine({ Wait: { Type: 'Wait', Seconds: 60, End: true } }),
  );
  const executionArn = await states.startExecution(arn, {});
  const ask = new GetExecutionHistoryCommand({ executionArn });
  await vi.waitUntil(async () => (await client.send(ask)).events?.[1], PATIENT);
  await client.send(new StopExecutionCommand({ executionArn, error: 'Operator', cause: 'wrong' }));
  const { events = [] } = await client.send(ask);
  expect(links(events).slice(1)).toEqual([
    '2 WaitStateEntered after 0',
    '3 WaitStateAborted after 2',
    '4 ExecutionAborted after 3',
  ]);
  expect(events[3]?.executionAbortedEventDetails).toEqual({ error: 'Operator', cause: 'wrong' });
  await states.stop();
});

test('a history is returned newest first, in pages and without its data', async () => {
  const { states, client } = await serve(machine({ Keep: { Type: 'Pass', End: true } }));
  const executionArn = await states.startExecution(arn, { secret: 1 });
  await states.idle();
  const ask = { executionArn, reverseOrder: true, maxResults: 3, includeExecutionData: false };
  const first = await client.send(new GetExecutionHistoryCommand(ask));
  expect(first.events?.map(({ id }) => id)).toEqual([4, 3, 2]);
  expect(JSON.stringify(first.events)).not.toContain('secret');
  const next = { ...ask, nextToken: first.nextToken };
  const last = await client.send(new GetExecutionHistoryCommand(next));
  expect(last.events?.map(({ id }) => id)).toEqual([1]);
  expect(last.nextToken).toBeUndefined();
  const wrong = new GetExecutionHistoryCommand({ ...ask, nextToken: 'x' });
  await expect(client.send(wrong)).rejects.toMatchObject({ name: 'InvalidToken' });
  await states.stop();
});

test('the readable history lists events in the order in which they happened', async () => {
  const Retry = [{ ErrorEquals: ['Busy'], IntervalSeconds: 0, MaxAttempts: 1 }];
  const resource = machine({
    Each: each({ Send: { ...call, Retry, End: true } }, { MaxConcurrency: 1 }),
  });
  let calls = 0;
  const invokeLambda = async () => {
    calls += 1;
    if (calls === 2) return null;
    throw failure(calls === 1 ? 'Busy' : 'Refused', 'no');
  };
  const events = await historyOf(resource, ['a', 'b'], { invokeLambda });
  const lines = describeHistory(events.toReversed());
  expect(
    lines.map(({ depth, state, what }) => `${'  '.repeat(depth)}${state ?? '-'}: ${what}`),
  ).toEqual([
    '-: the execution begins',
    'Each: is entered (Map)',
    'Each: begins with 2 items',
    '  Each: item 0 begins',
    '  Send: is entered (Task)',
    '  Send: calls lambda:invoke',
    '  Send: begins',
    '  Send: fails with Busy',
    '  Send: calls lambda:invoke, attempt 2',
    '  Send: begins, attempt 2',
    '  Send: succeeds',
    '  Send: is left',
    '  Each: item 0 succeeds',
    '  Each: item 1 begins',
    '  Send: is entered (Task)',
    '  Send: calls lambda:invoke',
    '  Send: begins',
    '  Send: fails with Refused',
    '  Each: item 1 fails',
    'Each: fails',
    '-: the execution fails with Refused',
  ]);
  expect(lines[5]).toMatchObject({
    outcome: 'begins',
    data: expect.stringContaining('"Payload":"a"'),
  });
  expect(lines.at(-1)).toMatchObject({
    outcome: 'fails',
    data: expect.stringContaining('Refused'),
  });
  expect(lines.every(({ after }) => after >= 0 && after < 60_000)).toBe(true);
});

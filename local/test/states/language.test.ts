import { expect, test } from 'vitest';
import type { Json } from '../../lib/resource.ts';
import { failure, functionArn, invoke, machine, run, runTask } from './support.ts';

test('a loop repeats until nothing remains', async () => {
  const resource = machine({
    Publish: {
      ...invoke,
      Parameters: { FunctionName: functionArn, Payload: {} },
      ResultPath: '$.publish',
      Next: 'More?',
    },
    'More?': {
      Type: 'Choice',
      Choices: [
        { Variable: '$.publish.Payload.remaining', NumericGreaterThan: 0, Next: 'Publish' },
      ],
      Default: 'Done',
    },
    Done: { Type: 'Succeed' },
  });
  let remaining = 3;
  const invokeLambda = async () => ({ remaining: --remaining });
  const { output } = await run(resource, {}, { invokeLambda });
  expect(output).toMatchObject({ publish: { Payload: { remaining: 0 } } });
});

test('inside a Map, $$.Execution is still the whole execution', async () => {
  const resource = machine({
    Senders: {
      Type: 'Map',
      ItemsPath: '$.senders',
      ItemSelector: { 'sender.$': '$$.Map.Item.Value', senders: 2 },
      ItemProcessor: {
        ProcessorConfig: { Mode: 'INLINE' },
        StartAt: 'Send',
        States: {
          Send: {
            Type: 'Pass',
            Parameters: {
              'sender.$': '$.sender',
              'name.$': '$$.Execution.Name',
              'input.$': '$$.Execution.Input.senders',
              'machine.$': '$$.StateMachine.Name',
            },
            End: true,
          },
        },
      },
      End: true,
    },
  });
  const { output } = await run(resource, { senders: [0, 1] }, {}, { name: 'run-3' });
  const item = (sender: number) => ({ sender, name: 'run-3', input: [0, 1], machine: 'Ingest' });
  expect(output).toEqual([item(0), item(1)]);
});

test('$$.Execution works in intrinsic functions', async () => {
  const Parameters = { 'key.$': "States.Format('runs/{}.json', $$.Execution.Name)" };
  const resource = machine({ Name: { Type: 'Pass', Parameters, End: true } });
  const { output, executionArn } = await run(resource, {}, {}, { name: 'run-4' });
  expect(output).toEqual({ key: 'runs/run-4.json' });
  expect(executionArn).toMatch(/:execution:Ingest:run-4$/);
});

test.each([0, false, '', null])('a Pass state returns a Result of %j', async (Result: Json) => {
  const resource = machine({ Give: { Type: 'Pass', Result, End: true } });
  expect((await run(resource, { other: 1 })).output).toEqual(Result);
});

test('a Fail state returns its Error and Cause', async () => {
  const Fail = { Type: 'Fail', Error: 'IngestRefused', CausePath: '$.reason' };
  expect(await run(machine({ Fail }), { reason: '空のファイル' })).toMatchObject({
    status: 'FAILED',
    error: 'IngestRefused',
    cause: '空のファイル',
  });
});

test('an execution that exceeds the state machine’s timeout is TIMED_OUT', async () => {
  const Wait = { Type: 'Wait', Seconds: 60, End: true };
  const { status } = await run(machine({ Wait }, { TimeoutSeconds: 1 }), {});
  expect(status).toBe('TIMED_OUT');
});

test('the context object has the state, its retries and the role', async () => {
  const Retry = [{ ErrorEquals: ['Busy'], IntervalSeconds: 0 }];
  const call = {
    ...invoke,
    Parameters: { FunctionName: functionArn, 'Payload.$': '$$.State' },
    OutputPath: '$.Payload',
  };
  const resource = machine({ Try: { ...call, Retry, End: true } });
  resource.properties.RoleArn = 'arn:aws:iam::000000000000:role/Ingest';
  const seen: Json[] = [];
  const invokeLambda = async (_: string, payload: Json) => {
    seen.push(payload);
    if (seen.length < 3) throw failure('Busy', 'later');
    return payload;
  };
  const { output } = await run(resource, {}, { invokeLambda });
  expect(seen.map((state) => (state as { RetryCount: number }).RetryCount)).toEqual([0, 1, 2]);
  expect(output).toMatchObject({ Name: 'Try', EnteredTime: expect.stringMatching(/^\d{4}-.*Z$/) });
});

test('the whole context object of a Pass state equals what the service records', async () => {
  const resource = machine({ Tell: { Type: 'Pass', InputPath: '$$', End: true } });
  resource.properties.RoleArn = 'arn:aws:iam::000000000000:role/Ingest';
  const { output, executionArn } = await run(resource, { a: 1 }, {}, { name: 'run-5' });
  expect(output).toEqual({
    Execution: {
      Id: executionArn,
      Input: { a: 1 },
      StartTime: expect.stringMatching(/Z$/),
      Name: 'run-5',
      RoleArn: 'arn:aws:iam::000000000000:role/Ingest',
      RedriveCount: 0,
    },
    StateMachine: { Id: expect.stringMatching(/:stateMachine:Ingest$/), Name: 'Ingest' },
    State: { Name: 'Tell', EnteredTime: expect.stringMatching(/Z$/) },
  });
});

test('a Map’s item is known to its states, and of nested Maps the inner one', async () => {
  const inner = {
    Type: 'Map',
    ItemsPath: '$$.Map.Item.Value',
    ItemProcessor: {
      StartAt: 'Item',
      States: { Item: { Type: 'Pass', Parameters: { 'at.$': '$$.Map.Item' }, End: true } },
    },
    End: true,
  };
  const resource = machine({
    Outer: {
      Type: 'Map',
      ItemProcessor: { StartAt: 'Inner', States: { Inner: inner } },
      End: true,
    },
  });
  const { output } = await run(resource, [['a'], ['b', 'c']]);
  const at = (Index: number, Value: string) => ({ at: { Index, Value } });
  expect(output).toEqual([[at(0, 'a')], [at(0, 'b'), at(1, 'c')]]);
});

test('InputPath, Parameters, ResultSelector, ResultPath and OutputPath apply in this order', async () => {
  const resource = machine({
    Call: {
      ...invoke,
      InputPath: '$.file',
      Parameters: { FunctionName: functionArn, Payload: { 'key.$': '$.key' } },
      ResultSelector: { 'rows.$': '$.Payload.rows' },
      ResultPath: '$.staged',
      OutputPath: '$.staged',
      Next: 'Keep',
    },
    Keep: { Type: 'Pass', Result: { ok: true }, ResultPath: '$.kept', Next: 'Forget' },
    Forget: { Type: 'Pass', Result: 1, ResultPath: null, InputPath: null, End: true },
  });
  const calls: Json[] = [];
  const invokeLambda = async (_: string, payload: Json) => {
    calls.push(payload);
    return { rows: 3, other: 4 };
  };
  const { output } = await run(resource, { file: { key: 'a.csv' } }, { invokeLambda });
  expect(calls).toEqual([{ key: 'a.csv' }]);
  expect(output).toEqual({ rows: 3, kept: { ok: true } });
});

test('null as InputPath and as OutputPath is an empty object', async () => {
  const Pass = { Type: 'Pass', InputPath: null, End: true };
  expect((await run(machine({ Pass }), { a: 1 })).output).toEqual({});
  const Done = { Type: 'Succeed', OutputPath: null };
  expect((await run(machine({ Done }), { a: 1 })).output).toEqual({});
});

test('a result that cannot be placed is States.ResultPathMatchFailure, and can be caught', async () => {
  const Call = {
    ...invoke,
    Parameters: { FunctionName: functionArn },
    ResultPath: '$.text.below',
    End: true,
  };
  const Catch = [{ ErrorEquals: ['States.ResultPathMatchFailure'], Next: 'Caught' }];
  const invokeLambda = async () => null;
  const failed = await run(machine({ Call }), { text: 'a' }, { invokeLambda });
  expect(failed).toMatchObject({ status: 'FAILED', error: 'States.ResultPathMatchFailure' });
  const resource = machine({ Call: { ...Call, Catch }, Caught: { Type: 'Succeed' } });
  expect((await run(resource, { text: 'a' }, { invokeLambda })).status).toBe('SUCCEEDED');
});

test('a path that finds nothing ends the execution despite any Catch', async () => {
  const Catch = [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }];
  const resource = machine({
    Call: {
      ...invoke,
      Parameters: { FunctionName: functionArn, 'Payload.$': '$.x' },
      Catch,
      End: true,
    },
    Caught: { Type: 'Succeed' },
  });
  expect(await run(resource, {})).toMatchObject({
    status: 'FAILED',
    error: 'States.Runtime',
    cause:
      "An error occurred while executing the state 'Call' (entered at the event id #2). " +
      "The JSONPath '$.x' specified for the field 'Payload.$' could not be found in the input '{}'",
  });
});

test('DefinitionSubstitutions are inserted in the definition unchanged', async () => {
  const written = machine({ Keep: { Type: 'Pass', Result: `\${Title} \${Title}`, End: true } });
  const Title = '"雪国" $& $\' \\';
  const properties = { ...written.properties, DefinitionSubstitutions: { Title } };
  expect((await run({ ...written, properties }, {})).output).toBe(`${Title} ${Title}`);
});

test('data whose names end in Path, or are Variable, are data', async () => {
  const Parameters = { filePath: '/tmp/雪国', Variable: 'n = 1', inner: [{ ErrorPath: 'a b' }] };
  const resource = machine({ Keep: { Type: 'Pass', Parameters, End: true } });
  expect((await run(resource, {})).output).toEqual(Parameters);
});

test('a choice without a match is States.Runtime, which no surrounding Catch handles', async () => {
  const Choices = [{ Variable: '$.a', NumericEquals: 1, Next: 'Done' }];
  const resource = machine({ Which: { Type: 'Choice', Choices }, Done: { Type: 'Succeed' } });
  const error = {
    error: 'States.Runtime',
    cause:
      "An error occurred while executing the state 'Which' (entered at the event id #2). " +
      'Failed to transition out of the state. The state does not point to a next state.',
  };
  expect(await run(resource, { a: 2 })).toMatchObject(error);
  const { StartAt, States } = JSON.parse(String(resource.properties.DefinitionString));
  const around = machine({
    Around: {
      Type: 'Parallel',
      Branches: [{ StartAt, States }],
      Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }],
      End: true,
    },
    Caught: { Type: 'Succeed' },
  });
  expect(await run(around, { a: 2 })).toMatchObject({ error: 'States.Runtime' });
});

test('branches run concurrently and return their outputs in order', async () => {
  const branch = (name: string, Seconds: number) => ({
    StartAt: name,
    States: {
      [name]: { Type: 'Wait', Seconds, Next: `${name} is over` },
      [`${name} is over`]: { Type: 'Pass', Parameters: { name, 'in.$': '$' }, End: true },
    },
  });
  const resource = machine({
    Both: {
      Type: 'Parallel',
      Parameters: { 'a.$': '$.a' },
      Branches: [branch('Slow', 1), branch('Quick', 0)],
      ResultSelector: { 'second.$': '$[1].name', 'first.$': '$[0]' },
      ResultPath: '$.both',
      End: true,
    },
  });
  const { output } = await run(resource, { a: 1 });
  expect(output).toEqual({
    a: 1,
    both: { second: 'Quick', first: { name: 'Slow', in: { a: 1 } } },
  });
});

test('a failing branch stops the others, and its own error is retried and caught', async () => {
  const stopped: string[] = [];
  const resource = machine({
    Both: {
      Type: 'Parallel',
      Branches: [
        {
          StartAt: 'Fail',
          States: {
            Fail: { Type: 'Wait', Seconds: 1, Next: 'Now' },
            Now: { Type: 'Fail', Error: 'Broken', Cause: 'why' },
          },
        },
        {
          StartAt: 'Stage',
          States: { Stage: { ...runTask, Parameters: { TaskDefinition: 'x' }, End: true } },
        },
      ],
      Retry: [{ ErrorEquals: ['Broken'], IntervalSeconds: 0, MaxAttempts: 1 }],
      Catch: [{ ErrorEquals: ['Broken'], ResultPath: '$.error', Next: 'Caught' }],
      End: true,
    },
    Caught: { Type: 'Succeed' },
  });
  const { output } = await run(
    resource,
    { a: 1 },
    {
      runTask: (_, signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            stopped.push('container');
            resolve({ TaskArn: 'x', LastStatus: 'STOPPED', Containers: [] });
          });
        }),
    },
  );
  expect(output).toEqual({ a: 1, error: { Error: 'Broken', Cause: 'why' } });
  expect(stopped).toEqual(['container', 'container']);
});

test.each([
  [2, 2],
  [0, 5],
])(
  'a Map with MaxConcurrency %i runs at most %i of five items at once',
  async (MaxConcurrency, most) => {
    const resource = machine({
      Each: {
        Type: 'Map',
        MaxConcurrency,
        ItemProcessor: {
          StartAt: 'Call',
          States: { Call: { Type: 'Task', Resource: functionArn, End: true } },
        },
        End: true,
      },
    });
    let running = 0;
    let seen = 0;
    const invokeLambda = async (_: string, payload: Json) => {
      running += 1;
      seen = Math.max(seen, running);
      await new Promise((resolve) => setTimeout(resolve, 20));
      running -= 1;
      return payload;
    };
    const { output } = await run(resource, [1, 2, 3, 4, 5], { invokeLambda });
    expect(output).toEqual([1, 2, 3, 4, 5]);
    expect(seen).toBe(most);
  },
);

test('a Map over anything but a list is States.Runtime', async () => {
  const resource = machine({
    Each: {
      Type: 'Map',
      ItemsPath: '$.books',
      ItemProcessor: { StartAt: 'Item', States: { Item: { Type: 'Pass', End: true } } },
      End: true,
    },
  });
  expect(await run(resource, { books: 3 })).toMatchObject({
    error: 'States.Runtime',
    cause: expect.stringContaining('Reference path "$.books" must point to array.'),
  });
  expect((await run(resource, { books: [] })).output).toEqual([]);
});

test.each<[string, object, Json]>([
  ['Seconds', { Seconds: 1 }, {}],
  ['SecondsPath', { SecondsPath: '$.wait' }, { wait: 1 }],
  ['Timestamp', { Timestamp: '2020-01-01T00:00:00Z' }, {}],
  ['TimestampPath', { TimestampPath: '$.at' }, { at: 'in a second' }],
])('a Wait state waits for its %s', async (field, wait, given) => {
  const inASecond = new Date(Date.now() + 1000).toISOString();
  const input = field === 'TimestampPath' ? { at: inASecond } : given;
  const resource = machine({ Wait: { Type: 'Wait', ...wait, End: true } });
  const { startDate, stopDate, output } = await run(resource, input);
  if (field.startsWith('Seconds')) {
    expect(Number(stopDate) - Number(startDate)).toBeGreaterThanOrEqual(1000);
  } else if (field === 'TimestampPath') {
    expect(Number(stopDate)).toBeGreaterThanOrEqual(Date.parse(inASecond));
  }
  expect(output).toEqual(input);
});

test.each<[object, Json]>([
  [{ TimestampPath: '$.at' }, { at: '2026-11-24T09:00:00' }],
  [{ SecondsPath: '$.at' }, { at: -1 }],
  [{ SecondsPath: '$.at' }, { at: '1' }],
])('a Wait state rejects an invalid time: %j %j', async (wait, input) => {
  const { error } = await run(machine({ Wait: { Type: 'Wait', ...wait, End: true } }), input);
  expect(error).toBe('States.Runtime');
});

test('a timeout from the input is States.Timeout, caught with an empty Cause', async () => {
  const resource = machine({
    Call: {
      ...invoke,
      Parameters: { FunctionName: functionArn },
      TimeoutSecondsPath: '$.most',
      Catch: [{ ErrorEquals: ['States.Timeout'], ResultPath: '$.error', Next: 'Caught' }],
      End: true,
    },
    Caught: { Type: 'Succeed' },
  });
  const invokeLambda = () => new Promise<Json>(() => {});
  const { output } = await run(resource, { most: 1 }, { invokeLambda });
  expect(output).toEqual({ most: 1, error: { Error: 'States.Timeout', Cause: '' } });
});

test('an output that is too large is States.DataLimitExceeded, even as the sum of many items', async () => {
  const Item = { Type: 'Pass', Result: 'x'.repeat(100_000), End: true };
  const resource = machine({
    Each: { Type: 'Map', ItemProcessor: { StartAt: 'Item', States: { Item } }, End: true },
  });
  expect((await run(resource, [1, 2])).status).toBe('SUCCEEDED');
  expect(await run(resource, [1, 2, 3])).toMatchObject({ error: 'States.DataLimitExceeded' });
});

test('a Fail state without Error and Cause returns neither', async () => {
  const described = await run(machine({ Fail: { Type: 'Fail' } }), {});
  expect(described).toMatchObject({ status: 'FAILED' });
  expect(described.error).toBeUndefined();
  expect(described.cause).toBeUndefined();
});

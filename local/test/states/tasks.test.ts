import { expect, test } from 'vitest';
import { failure, functionArn, invoke, machine, run, runTask } from './support.ts';

const call = { FunctionName: functionArn, Payload: { 'runId.$': '$$.Execution.Name' } };

test('lambda:invoke returns the answer in Payload, and receives the name of the execution', async () => {
  const resource = machine({ Merge: { ...invoke, Parameters: call, End: true } });
  const calls: unknown[] = [];
  const invokeLambda = async (...args: unknown[]) => {
    calls.push(args);
    return { created: 3 };
  };
  const { status, output } = await run(resource, {}, { invokeLambda }, { name: 'run-1' });
  expect(status).toBe('SUCCEEDED');
  expect(output).toMatchObject({ Payload: { created: 3 }, StatusCode: 200 });
  expect(calls).toEqual([[functionArn, { runId: 'run-1' }]]);
});

test('a function named by its ARN returns its bare answer', async () => {
  const resource = machine({ Merge: { Type: 'Task', Resource: functionArn, End: true } });
  const { output } = await run(resource, { a: 1 }, { invokeLambda: async (_, payload) => payload });
  expect(output).toEqual({ a: 1 });
});

test('a failed function ends the execution with its error type and a Cause of JSON', async () => {
  const resource = machine({ Merge: { ...invoke, Parameters: call, End: true } });
  const invokeLambda = async () => {
    throw failure('DatabaseErrorException', 'Deadlock found');
  };
  const { status, error, cause } = await run(resource, {}, { invokeLambda });
  expect({ status, error }).toEqual({ status: 'FAILED', error: 'DatabaseErrorException' });
  expect(JSON.parse(cause ?? '')).toMatchObject({
    errorType: 'DatabaseErrorException',
    errorMessage: 'Deadlock found',
  });
});

test.each([
  ['DatabaseErrorException', 'DatabaseErrorException'],
  ['Lambda.TooManyRequestsException', 'Lambda.TooManyRequestsException'],
  ['DatabaseErrorException', 'States.TaskFailed'],
  ['DatabaseErrorException', 'States.ALL'],
])('%s is retried by a retrier for %s', async (thrown, retried) => {
  const Retry = [{ ErrorEquals: [retried], IntervalSeconds: 0, MaxAttempts: 2 }];
  const resource = machine({ Merge: { ...invoke, Parameters: call, Retry, End: true } });
  let calls = 0;
  const invokeLambda = async () => {
    calls += 1;
    if (calls < 3) throw failure(thrown, 'busy');
    return calls;
  };
  expect(await run(resource, {}, { invokeLambda })).toMatchObject({ output: { Payload: 3 } });
});

test('a retrier for another error does not retry', async () => {
  const Retry = [{ ErrorEquals: ['Lambda.Unknown'], IntervalSeconds: 0 }];
  const resource = machine({ Merge: { ...invoke, Parameters: call, Retry, End: true } });
  let calls = 0;
  const invokeLambda = async () => {
    calls += 1;
    throw failure('TypeError', 'x is undefined');
  };
  expect(await run(resource, {}, { invokeLambda })).toMatchObject({ error: 'TypeError' });
  expect(calls).toBe(1);
});

test('a caught failure continues where Catch says, with Error and Cause', async () => {
  const Catch = [{ ErrorEquals: ['RunHeld'], Next: 'Held', ResultPath: '$.why' }];
  const resource = machine({
    Merge: { ...invoke, Parameters: call, Catch, Next: 'Merged' },
    Merged: { Type: 'Succeed' },
    Held: { Type: 'Pass', End: true },
  });
  const invokeLambda = async () => {
    throw failure('RunHeld', 'too many rejects');
  };
  const { output } = await run(resource, { key: 'a.csv' }, { invokeLambda });
  expect(output).toMatchObject({ key: 'a.csv', why: { Error: 'RunHeld' } });
});

const container = {
  TaskDefinition: 'Ingest',
  Overrides: {
    ContainerOverrides: [
      { Name: 'ingest', Environment: [{ Name: 'RUN_ID', 'Value.$': '$$.Execution.Name' }] },
    ],
  },
};

test('ecs:runTask.sync runs the container with the overrides of this execution', async () => {
  const resource = machine({ Stage: { ...runTask, Parameters: container, End: true } });
  const requests: unknown[] = [];
  const stopped = stoppedTask(0);
  const { output } = await run(
    resource,
    {},
    {
      runTask: async (request) => {
        requests.push(request.Overrides?.ContainerOverrides?.[0]?.Environment);
        return stopped;
      },
    },
    { name: 'run-2' },
  );
  expect(requests).toEqual([[{ Name: 'RUN_ID', Value: 'run-2' }]]);
  expect(output).toEqual(stopped);
});

test('a container with a non-zero exit code is States.TaskFailed with the stopped task as Cause', async () => {
  const resource = machine({ Stage: { ...runTask, Parameters: container, End: true } });
  const { error, cause } = await run(resource, {}, { runTask: async () => stoppedTask(137) });
  expect(error).toBe('States.TaskFailed');
  expect(JSON.parse(cause ?? '')).toEqual(stoppedTask(137));
});

test('a state that times out stops its container and is States.Timeout', async () => {
  const resource = machine({
    Stage: { ...runTask, Parameters: container, TimeoutSeconds: 1, End: true },
  });
  let told: (() => void) | undefined;
  const containerStopped = new Promise<void>((resolve) => {
    told = resolve;
  });
  const { error } = await run(
    resource,
    {},
    {
      runTask: (_, signal) =>
        new Promise((resolve) => {
          signal.addEventListener('abort', () => {
            told?.();
            resolve(stoppedTask(143));
          });
        }),
    },
  );
  expect(error).toBe('States.Timeout');
  await containerStopped;
});

test('a result that Step Functions cannot carry is States.DataLimitExceeded', async () => {
  const resource = machine({ Merge: { ...invoke, Parameters: call, End: true } });
  const invokeLambda = async () => 'あ'.repeat(100_000);
  const { error } = await run(resource, {}, { invokeLambda });
  expect(error).toBe('States.DataLimitExceeded');
});

function stoppedTask(ExitCode: number) {
  return {
    TaskArn: 'arn:aws:ecs:ap-northeast-1:000000000000:task/1',
    LastStatus: 'STOPPED' as const,
    Containers: [{ Name: 'ingest', ExitCode }],
  };
}

import { expect, test } from 'vitest';
import type { Json } from '../../../../local/resource.ts';
import { functionArn, invoke, machine, run } from './support.ts';

test('a loop goes round until nothing remains', async () => {
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

test.each([0, false, '', null])('a Pass state gives a Result of %j', async (Result: Json) => {
  const resource = machine({ Give: { Type: 'Pass', Result, End: true } });
  expect((await run(resource, { other: 1 })).output).toEqual(Result);
});

test('a Fail state gives its Error and Cause', async () => {
  const Fail = { Type: 'Fail', Error: 'IngestRefused', CausePath: '$.reason' };
  expect(await run(machine({ Fail }), { reason: '空のファイル' })).toMatchObject({
    status: 'FAILED',
    error: 'IngestRefused',
    cause: '空のファイル',
  });
});

test('an execution that outlives the state machine is TIMED_OUT', async () => {
  const Wait = { Type: 'Wait', Seconds: 60, End: true };
  const { status } = await run(machine({ Wait }, { TimeoutSeconds: 1 }), {});
  expect(status).toBe('TIMED_OUT');
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { executionMeasurement } from '../../services/states/executions/executionMeasurement.ts';
import { statusChange } from '../../services/states/executions/statusChange.ts';
import type { ExecutionRecord } from '../../services/states/history/executionRecord.ts';
import { startStates } from '../../services/states/startStates.ts';

const failed: ExecutionRecord = {
  arn: 'arn:aws:states:ap-northeast-1:000000000000:execution:Ingest:run-1',
  stateMachineArn: 'arn:aws:states:ap-northeast-1:000000000000:stateMachine:Ingest',
  name: 'run-1',
  input: '{"profile":"shinkan","key":"incoming/run-1/a.csv","encoding":""}',
  status: 'FAILED',
  startedAt: 1_790_000_000_000,
  stoppedAt: 1_790_000_001_000,
  error: 'IngestRefused',
  cause: 'The file is empty',
};

test('a failed execution is reported with its error and cause', () => {
  expect(statusChange(failed)).toEqual({
    source: 'aws.states',
    detailType: 'Step Functions Execution Status Change',
    resources: [failed.arn],
    detail: {
      executionArn: failed.arn,
      stateMachineArn: failed.stateMachineArn,
      name: 'run-1',
      status: 'FAILED',
      startDate: 1_790_000_000_000,
      stopDate: 1_790_000_001_000,
      input: failed.input,
      inputDetails: { included: true },
      output: null,
      outputDetails: null,
      error: 'IngestRefused',
      cause: 'The file is empty',
    },
  });
});

test('a running execution is reported without an end', () => {
  const { detail } = statusChange({ ...failed, status: 'RUNNING', stoppedAt: undefined } as never);
  expect(detail).toMatchObject({ status: 'RUNNING', stopDate: null });
});

test('an input that is too large for an event is omitted and marked as such', () => {
  const { detail } = statusChange({ ...failed, input: `"${'x'.repeat(250 * 1024)}"` });
  expect(detail).toMatchObject({ inputDetails: { included: false } });
  expect(detail).not.toHaveProperty('input');
});

test('a state machine reports the start of an execution, and its timeout', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'shinkan-status-'));
  const told: string[] = [];
  const definition = {
    StartAt: 'Wait',
    TimeoutSeconds: 1,
    States: { Wait: { Type: 'Wait', Seconds: 60, End: true } },
  };
  const states = await startStates({
    resources: [
      {
        stack: 'Service',
        logicalId: 'Ingest',
        type: 'AWS::StepFunctions::StateMachine',
        ref: failed.stateMachineArn,
        properties: { StateMachineName: 'Ingest', DefinitionString: JSON.stringify(definition) },
      },
    ],
    port: 0,
    dir,
    invokeLambda: async () => null,
    runTask: () => Promise.reject(new Error('there are no tasks')),
    tell: ({ name, status }) => told.push(`${name} ${status}`),
    log: () => {},
  });
  await states.startExecution(failed.stateMachineArn, {}, 'run-1');
  expect(told).toEqual(['run-1 RUNNING']);
  await states.idle();
  expect(told).toEqual(['run-1 RUNNING', 'run-1 TIMED_OUT']);
  await states.stop();
  rmSync(dir, { recursive: true });
});

test.each([
  ['RUNNING', 'ExecutionsStarted'],
  ['SUCCEEDED', 'ExecutionsSucceeded'],
  ['FAILED', 'ExecutionsFailed'],
  ['TIMED_OUT', 'ExecutionsTimedOut'],
  ['ABORTED', 'ExecutionsAborted'],
] as const)('%s counts as %s of the state machine', (status, name) => {
  expect(executionMeasurement({ ...failed, status })).toEqual({
    metric: {
      namespace: 'AWS/States',
      name,
      dimensions: { StateMachineArn: failed.stateMachineArn },
    },
    value: 1,
    at: 1_790_000_001_000,
  });
});

import { expect, test } from 'vitest';
import type { ExecutionRecord } from '../../../../local/services/states/execution.ts';
import { executionMeasurement } from '../../../../local/services/states/executionMeasurement.ts';
import { statusChange } from '../../../../local/services/states/statusChange.ts';
import { readExecution } from '../../../../mail/operator/execution.ts';

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

test('an execution that failed is told with its error and its cause', () => {
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

test('one that runs has no end yet', () => {
  const { detail } = statusChange({ ...failed, status: 'RUNNING', stoppedAt: undefined } as never);
  expect(detail).toMatchObject({ status: 'RUNNING', stopDate: null });
});

test('an input that is too large for an event is left out, and said to be', () => {
  const { detail } = statusChange({ ...failed, input: `"${'x'.repeat(250 * 1024)}"` });
  expect(detail).toMatchObject({ inputDetails: { included: false } });
  expect(detail).not.toHaveProperty('input');
});

test('whoever tells operators can read it', () => {
  expect(readExecution(statusChange(failed))).toMatchObject({
    runId: 'run-1',
    status: 'FAILED',
    fileKey: 'incoming/run-1/a.csv',
    endedAt: new Date(1_790_000_001_000),
  });
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

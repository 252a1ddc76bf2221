import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  DeleteStateMachineCommand,
  DescribeExecutionCommand,
  DescribeStateMachineCommand,
  GetExecutionHistoryCommand,
  ListExecutionsCommand,
  ListStateMachinesCommand,
  StartExecutionCommand,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { expect, test } from 'vitest';
import { arn, failure, functionArn, invoke, machine, newDir, serve } from './support.ts';

const wait = machine({ Wait: { Type: 'Wait', Seconds: 60, End: true } });
const pass = machine({ Keep: { Type: 'Pass', End: true } });

test('a name may be used once, but the same start may be repeated while it runs', async () => {
  const { states, client } = await serve(wait);
  const start = (input: string) =>
    client.send(new StartExecutionCommand({ stateMachineArn: arn, name: 'run-1', input }));
  const first = await start('{"a":1}');
  expect((await start('{"a":1}')).executionArn).toBe(first.executionArn);
  await expect(start('{"a":2}')).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  await states.stop();
});

test('a finished name is rejected even with the same input', async () => {
  const { states, client } = await serve(pass);
  const start = () => client.send(new StartExecutionCommand({ stateMachineArn: arn, name: 'run' }));
  await start();
  await states.idle();
  await expect(start()).rejects.toMatchObject({ name: 'ExecutionAlreadyExists' });
  await states.stop();
});

test.each([
  ['a name with a blank', { name: 'run 1' }, 'InvalidName'],
  ['a name with a slash', { name: 'run/1' }, 'InvalidName'],
  ['a name of 81 characters', { name: 'x'.repeat(81) }, 'InvalidName'],
  ['an input that is not JSON', { input: '{' }, 'InvalidExecutionInput'],
  ['an unknown state machine', { stateMachineArn: `${arn}2` }, 'StateMachineDoesNotExist'],
])('%s is rejected', async (_, start, name) => {
  const { states, client } = await serve(pass);
  const command = new StartExecutionCommand({ stateMachineArn: arn, ...start });
  await expect(client.send(command)).rejects.toMatchObject({ name });
  await states.stop();
});

test('Japanese names are allowed', async () => {
  const { states, client } = await serve(pass);
  const command = new StartExecutionCommand({ stateMachineArn: arn, name: '新刊_2026-11-24' });
  expect((await client.send(command)).executionArn).toMatch(/新刊_2026-11-24$/);
  await states.stop();
});

test('a stopped execution is ABORTED, with the given reason, and stops its task', async () => {
  const resource = machine({
    Call: { ...invoke, Parameters: { FunctionName: functionArn }, End: true },
  });
  const { states, client } = await serve(resource, { invokeLambda: () => new Promise(() => {}) });
  const executionArn = await states.startExecution(arn, {});
  await client.send(new StopExecutionCommand({ executionArn, error: 'Operator', cause: 'wrong' }));
  const described = await client.send(new DescribeExecutionCommand({ executionArn }));
  expect(described).toMatchObject({ status: 'ABORTED', error: 'Operator', cause: 'wrong' });
  expect(described.stopDate).toBeInstanceOf(Date);
  await states.stop();
});

test('executions are listed newest first, by status and in pages', async () => {
  const { states, client } = await serve(pass);
  for (const name of ['one', 'two', 'three']) await states.startExecution(arn, {}, name);
  await states.idle();
  const list = (rest: object) =>
    client.send(new ListExecutionsCommand({ stateMachineArn: arn, ...rest }));
  const page = await list({ statusFilter: 'SUCCEEDED', maxResults: 2 });
  expect(page.executions?.map(({ name }) => name)).toEqual(['three', 'two']);
  const rest = await list({ maxResults: 2, nextToken: page.nextToken });
  expect(rest.executions?.map(({ name }) => name)).toEqual(['one']);
  expect((await list({ statusFilter: 'FAILED' })).executions).toEqual([]);
  await states.stop();
});

test('the state machines are listed', async () => {
  const { states, client } = await serve(pass);
  const { stateMachines } = await client.send(new ListStateMachinesCommand({}));
  expect(stateMachines).toMatchObject([{ stateMachineArn: arn, name: 'Ingest', type: 'STANDARD' }]);
  await states.stop();
});

test('the history shows the path through the states, including retries', async () => {
  const Retry = [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 0, MaxAttempts: 1 }];
  const resource = machine({
    Call: { ...invoke, Parameters: { FunctionName: functionArn }, Retry, End: true },
  });
  let calls = 0;
  const invokeLambda = async () => {
    calls += 1;
    if (calls === 1) throw failure('Busy', 'later');
    return null;
  };
  const { states, client } = await serve(resource, { invokeLambda });
  const executionArn = await states.startExecution(arn, {});
  await states.idle();
  const { events } = await client.send(new GetExecutionHistoryCommand({ executionArn }));
  expect(events?.map(({ type }) => type)).toEqual([
    'ExecutionStarted',
    'TaskStateEntered',
    'TaskScheduled',
    'TaskStarted',
    'TaskFailed',
    'TaskScheduled',
    'TaskStarted',
    'TaskSucceeded',
    'TaskStateExited',
    'ExecutionSucceeded',
  ]);
  expect(events?.[4]?.taskFailedEventDetails?.error).toBe('Busy');
  await states.stop();
});

test('names and results survive a restart', async () => {
  const dir = newDir();
  const before = await serve(pass, { dir });
  const executionArn = await before.states.startExecution(arn, { a: 1 }, 'run-1');
  await before.states.idle();
  await before.states.stop();
  const after = await serve(pass, { dir });
  const described = await after.client.send(new DescribeExecutionCommand({ executionArn }));
  expect(described).toMatchObject({ status: 'SUCCEEDED', output: '{"a":1}' });
  await expect(after.states.startExecution(arn, { a: 1 }, 'run-1')).rejects.toMatchObject({
    name: 'ExecutionAlreadyExists',
  });
  const history = await after.client.send(new GetExecutionHistoryCommand({ executionArn }));
  expect(history.events?.map(({ type }) => type)).toEqual([
    'ExecutionStarted',
    'ExecutionSucceeded',
  ]);
  await after.states.stop();
});

test('an execution that a killed stack left running is ABORTED after the restart', async () => {
  const dir = newDir();
  const executionArn = arn.replace(':stateMachine:', ':execution:').concat(':run-1');
  const left = { arn: executionArn, stateMachineArn: arn, name: 'run-1', input: '{}' };
  const line = JSON.stringify({ ...left, status: 'RUNNING', startedAt: 1 });
  appendFileSync(join(dir, 'executions.jsonl'), `${line}\n{"arn":"cut o`);
  const { states, client } = await serve(pass, { dir });
  const described = await client.send(new DescribeExecutionCommand({ executionArn }));
  expect(described.status).toBe('ABORTED');
  await states.stop();
});

test('a state machine is described with its definition', async () => {
  const { states, client } = await serve(pass);
  const command = new DescribeStateMachineCommand({ stateMachineArn: arn });
  const { definition, status, type } = await client.send(command);
  expect({ status, type }).toEqual({ status: 'ACTIVE', type: 'STANDARD' });
  expect(JSON.parse(definition ?? '')).toMatchObject({ StartAt: 'Keep' });
  await states.stop();
});

test('an operation that is not emulated is rejected by name', async () => {
  const { states, client } = await serve(pass);
  const command = new DeleteStateMachineCommand({ stateMachineArn: arn });
  await expect(client.send(command)).rejects.toThrow('DeleteStateMachine is not emulated');
  await states.stop();
});

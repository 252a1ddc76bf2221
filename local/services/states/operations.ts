import { AwsError } from '../protocol/awsError.ts';
import type { Operation } from '../protocol/serveAwsJson.ts';
import type { StateMachine } from './definition/stateMachine.ts';
import { type Executions, historyOf } from './executions/executions.ts';
import type { ExecutionRecord } from './history/executionRecord.ts';
import type { HistoryEvent } from './history/history.ts';
import { page } from './page.ts';

/** The supported operations of the Step Functions API. */
export function operationsOf(
  machines: Map<string, StateMachine>,
  executions: Executions,
): Map<string, Operation> {
  return new Map<string, Operation>([
    ['StartExecution', (input) => start(machines, executions, input)],
    ['DescribeExecution', (input) => describe(executions.find(input.executionArn).record, input)],
    ['StopExecution', (input) => stop(executions, input)],
    ['ListExecutions', (input) => list(machines, executions, input)],
    ['GetExecutionHistory', (input) => history(executions, input)],
    ['ListStateMachines', (input) => listMachines(machines, input)],
    ['DescribeStateMachine', (input) => describeMachine(machines, input)],
  ]);
}

/** The state machine with this ARN; throws Step Functions' error for an unknown one. */
export function findMachine(machines: Map<string, StateMachine>, arn: unknown): StateMachine {
  const machine = machines.get(String(arn));
  if (machine) return machine;
  throw new AwsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
}

type Input = Record<string, unknown>;

const STATUSES = ['RUNNING', 'SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED', 'PENDING_REDRIVE'];

function start(machines: Map<string, StateMachine>, executions: Executions, input: Input) {
  refuseMembers(input, ['stateMachineArn', 'name', 'input', 'traceHeader']);
  const machine = findMachine(machines, input.stateMachineArn);
  const name = input.name == null ? undefined : String(input.name);
  const { record } = executions.start(machine, String(input.input ?? '{}'), name);
  return { executionArn: record.arn, startDate: record.startedAt / 1000 };
}

async function stop(executions: Executions, { executionArn, error, cause }: Input) {
  const { record, run } = executions.find(executionArn);
  run?.abort(error as string | undefined, cause as string | undefined);
  await run?.ended;
  return { stopDate: (record.stoppedAt ?? Date.now()) / 1000 };
}

function list(machines: Map<string, StateMachine>, executions: Executions, input: Input) {
  refuseMembers(input, ['stateMachineArn', 'statusFilter', 'maxResults', 'nextToken']);
  const { statusFilter } = input;
  if (statusFilter != null && !STATUSES.includes(String(statusFilter))) {
    const expected = `expected one of ${STATUSES.join(', ')}`;
    throw new AwsError('ValidationException', `statusFilter is ${statusFilter}, ${expected}`);
  }
  const { arn } = findMachine(machines, input.stateMachineArn);
  const wanted = executions
    .list(arn)
    .filter(({ status }) => statusFilter == null || statusFilter === status);
  const { items, ...rest } = page(wanted, (record) => record.arn, input);
  return { executions: items.map(summary), ...rest };
}

function history(executions: Executions, input: Input) {
  const events = historyOf(executions.find(input.executionArn));
  const ordered = input.reverseOrder ? events.toReversed() : events;
  const { items, ...rest } = page(ordered, ({ id }) => String(id), input);
  const withData = input.includeExecutionData !== false;
  return { events: items.map((event) => told(event, withData)), ...rest };
}

/** An event with its data and the flag that they are complete, or without its data. */
function told(event: HistoryEvent, withData: boolean): object {
  const member = Object.keys(event).find((name) => name.endsWith('EventDetails'));
  if (member === undefined) return event;
  const { input, output, parameters, ...details } = event[member] as Input;
  const data = {
    ...(input !== undefined && { input, inputDetails: { truncated: false } }),
    ...(output !== undefined && { output, outputDetails: { truncated: false } }),
    ...(parameters !== undefined && { parameters }),
  };
  return { ...event, [member]: withData ? { ...details, ...data } : details };
}

function listMachines(machines: Map<string, StateMachine>, input: Input) {
  const { items, ...rest } = page([...machines.values()], ({ arn }) => arn, input);
  const stateMachines = items.map(({ arn, name, createdAt }) => ({
    stateMachineArn: arn,
    name,
    type: 'STANDARD',
    creationDate: createdAt / 1000,
  }));
  return { stateMachines, ...rest };
}

function describeMachine(machines: Map<string, StateMachine>, input: Input) {
  const machine = findMachine(machines, input.stateMachineArn);
  return {
    stateMachineArn: machine.arn,
    name: machine.name,
    status: 'ACTIVE',
    type: 'STANDARD',
    definition: JSON.stringify(machine.definition),
    roleArn: machine.roleArn,
    creationDate: machine.createdAt / 1000,
  };
}

function summary({ arn, stateMachineArn, name, status, startedAt, stoppedAt }: ExecutionRecord) {
  return {
    executionArn: arn,
    stateMachineArn,
    name,
    status,
    startDate: startedAt / 1000,
    ...(stoppedAt && { stopDate: stoppedAt / 1000 }),
  };
}

function describe(record: ExecutionRecord, { includedData }: Input) {
  const { input, output, error, cause } = record;
  const withData = includedData !== 'METADATA_ONLY';
  return {
    ...summary(record),
    ...(withData && { input, inputDetails: { included: true } }),
    ...(withData && output !== undefined && { output, outputDetails: { included: true } }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
    redriveCount: 0,
  };
}

function refuseMembers(input: Input, known: string[]): void {
  const unknown = Object.keys(input).find((member) => !known.includes(member));
  if (unknown === undefined) return;
  throw new AwsError('ValidationException', `${unknown} is not emulated on this machine`);
}

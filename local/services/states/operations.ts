import { AwsError } from '../protocol/awsError.ts';
import type { Operation } from '../protocol/serveAwsJson.ts';
import type { ExecutionRecord } from './execution.ts';
import { type Executions, historyOf } from './executions.ts';
import { page } from './page.ts';
import type { StateMachine } from './stateMachine.ts';

/** The operations of the Step Functions API that exist here. */
export function operationsOf(
  machines: Map<string, StateMachine>,
  executions: Executions,
): Map<string, Operation> {
  return new Map<string, Operation>([
    ['StartExecution', (input) => start(machines, executions, input)],
    ['DescribeExecution', ({ executionArn }) => describe(executions.find(executionArn).record)],
    ['StopExecution', (input) => stop(executions, input)],
    ['ListExecutions', (input) => list(machines, executions, input)],
    ['GetExecutionHistory', (input) => history(executions, input)],
    ['ListStateMachines', (input) => listMachines(machines, input)],
  ]);
}

/** The state machine with this ARN; an unknown one is refused as Step Functions does. */
export function findMachine(machines: Map<string, StateMachine>, arn: unknown): StateMachine {
  const machine = machines.get(String(arn));
  if (machine) return machine;
  throw new AwsError('StateMachineDoesNotExist', `State Machine Does Not Exist: '${arn}'`);
}

type Input = Record<string, unknown>;

function start(machines: Map<string, StateMachine>, executions: Executions, input: Input) {
  const machine = findMachine(machines, input.stateMachineArn);
  const name = input.name == null ? undefined : String(input.name);
  const { record } = executions.start(machine, String(input.input ?? '{}'), name);
  return { executionArn: record.arn, startDate: record.startedAt / 1000 };
}

async function stop(executions: Executions, { executionArn, error, cause }: Input) {
  const execution = executions.find(executionArn);
  if (execution.record.status === 'RUNNING') {
    execution.abort(error as string | undefined, cause as string | undefined);
    await execution.ended;
  }
  return { stopDate: (execution.record.stoppedAt ?? Date.now()) / 1000 };
}

function list(machines: Map<string, StateMachine>, executions: Executions, input: Input) {
  const { arn } = findMachine(machines, input.stateMachineArn);
  const wanted = (status: string) => input.statusFilter == null || input.statusFilter === status;
  const { items, ...rest } = page(
    executions.list(arn).filter(({ status }) => wanted(status)),
    input,
  );
  return { executions: items.map(summary), ...rest };
}

function history(executions: Executions, input: Input) {
  const events = historyOf(executions.find(input.executionArn));
  const { items, ...rest } = page(input.reverseOrder ? events.toReversed() : events, input);
  return { events: items, ...rest };
}

function listMachines(machines: Map<string, StateMachine>, input: Input) {
  const { items, ...rest } = page([...machines.values()], input);
  const stateMachines = items.map(({ arn, name, createdAt }) => ({
    stateMachineArn: arn,
    name,
    type: 'STANDARD',
    creationDate: createdAt / 1000,
  }));
  return { stateMachines, ...rest };
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

function describe(record: ExecutionRecord) {
  const { input, output, error, cause } = record;
  return {
    ...summary(record),
    input,
    inputDetails: { included: true },
    ...(output !== undefined && { output, outputDetails: { included: true } }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
    redriveCount: 0,
  };
}

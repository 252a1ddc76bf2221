import type { Json } from '../../../lib/resource.ts';
import type { StateMachine } from '../definition/stateMachine.ts';
import { StateError } from '../expressions/stateError.ts';
import type { ExecutionRecord } from '../history/executionRecord.ts';
import type { History } from '../history/history.ts';
import { runMachine } from '../language/runMachine.ts';
import { sleepUntil } from '../language/sleep.ts';
import type { Runners } from '../language/tasks.ts';
import { Interruption, toText } from '../language/thread.ts';
import type { Run } from './execution.ts';

/** "ExecutionFailedEventDetails": the maximum length of a Cause in characters. */
const LONGEST_CAUSE = 32_768;

type Result = Pick<ExecutionRecord, 'status' | 'output' | 'error' | 'cause'>;

/**
 * Runs a recorded execution. Calls `onEnd` once, after the record and the history have been updated
 * with the outcome.
 */
export function runExecution(
  machine: StateMachine,
  record: ExecutionRecord,
  history: History,
  runners: Runners,
  onEnd: () => void,
): Run {
  const controller = new AbortController();
  let aborted: Result | undefined;
  const interrupt = (result: Result) => {
    aborted ??= result;
    controller.abort(new Interruption(result.status));
  };
  const { TimeoutSeconds } = machine.definition;
  if (TimeoutSeconds !== undefined) {
    sleepUntil(record.startedAt + Number(TimeoutSeconds) * 1000, controller.signal).then(
      () => interrupt({ status: 'TIMED_OUT' }),
      () => undefined,
    );
  }
  const end = async () => {
    const result = await runStates(machine, record, history, runners, controller.signal);
    controller.abort(); // also ends the timer
    Object.assign(record, { stoppedAt: Date.now() }, result === 'interrupted' ? aborted : result);
    history.end(record);
    onEnd();
  };
  return {
    abort(error, cause) {
      interrupt({ status: 'ABORTED', ...(error && { error }), ...(cause && { cause }) });
    },
    ended: end(),
  };
}

async function runStates(
  machine: StateMachine,
  record: ExecutionRecord,
  history: History,
  runners: Runners,
  signal: AbortSignal,
): Promise<Result | 'interrupted'> {
  const input = JSON.parse(record.input) as Json;
  history.add('ExecutionStarted', 0, { input: record.input, roleArn: machine.roleArn });
  const context = contextOf(machine, record, input);
  try {
    // The first state has no preceding event.
    const thread = { history, runners, signal, context, previous: 0 };
    const output = await runMachine(machine.definition, input, thread);
    return { status: 'SUCCEEDED', output: toText(output, machine.name) };
  } catch (error) {
    return error instanceof Interruption ? 'interrupted' : failureOf(error);
  }
}

function failureOf(error: unknown): Result {
  const { name, message } =
    error instanceof StateError ? error : new StateError('States.Runtime', String(error));
  const cause = message.slice(0, LONGEST_CAUSE);
  return { status: 'FAILED', ...(name !== '' && { error: name }), ...(cause !== '' && { cause }) };
}

function contextOf(machine: StateMachine, record: ExecutionRecord, input: Json) {
  return {
    Execution: {
      Id: record.arn,
      Input: input,
      StartTime: new Date(record.startedAt).toISOString(),
      Name: record.name,
      RoleArn: machine.roleArn,
      RedriveCount: 0,
    },
    StateMachine: { Id: machine.arn, Name: machine.name },
  };
}

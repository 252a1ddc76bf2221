import {
  ExecutionAbortedError,
  ExecutionError,
  ExecutionTimeoutError,
} from 'aws-local-stepfunctions';
import type { Json } from '../../resource.ts';
import { followEngine } from './engineEvents.ts';
import type { Execution, ExecutionRecord } from './execution.ts';
import { addEnd, addEvent, type HistoryEvent } from './history.ts';
import type { StateMachine } from './stateMachine.ts';
import { type Runners, type TaskObserver, taskHandlers } from './taskHandlers.ts';

/** Starts the engine on a recorded execution. `onEnd` is called once, with the record as it stands at the end. */
export function runExecution(
  machine: StateMachine,
  record: ExecutionRecord,
  runners: Runners,
  onEnd: (execution: Execution) => void,
): Execution {
  const controller = new AbortController();
  const history: HistoryEvent[] = [];
  const run = machine.engine.run(JSON.parse(record.input), {
    context: contextOf(machine, record),
    overrides: {
      taskResourceLocalHandlers: taskHandlers(
        machine.definition,
        runners,
        controller.signal,
        observeTasks(history),
      ),
    },
  });
  const followed = followEngine(run.eventLogs, history);
  let reason: Pick<ExecutionRecord, 'error' | 'cause'> = {};
  const end = async () => {
    const result = await run.result.then(
      (output) => ({ status: 'SUCCEEDED' as const, output: JSON.stringify(output ?? null) }),
      (error: unknown) => failureOf(error, reason),
    );
    controller.abort(); // a task that outlived its execution ends with it
    await followed;
    Object.assign(record, { stoppedAt: Date.now() }, result);
    addEnd(history, record);
    onEnd(execution);
  };
  const execution: Execution = {
    record,
    history,
    abort(error, cause) {
      reason = { ...(error && { error }), ...(cause && { cause }) };
      controller.abort();
      run.abort();
    },
    ended: end(),
  };
  return execution;
}

function observeTasks(history: HistoryEvent[]): TaskObserver {
  return (type, stateName, resource, value) => {
    const scheduled = type === 'TaskScheduled';
    const details = {
      resourceType: resource.split(':').at(-2),
      resource,
      [scheduled ? 'parameters' : 'output']: JSON.stringify(value),
    };
    const member = scheduled ? 'taskScheduledEventDetails' : 'taskSucceededEventDetails';
    addEvent(history, type, Date.now(), { [member]: details, stateName });
  };
}

function failureOf(error: unknown, reason: Pick<ExecutionRecord, 'error' | 'cause'>) {
  if (error instanceof ExecutionAbortedError) return { status: 'ABORTED' as const, ...reason };
  if (error instanceof ExecutionTimeoutError) return { status: 'TIMED_OUT' as const };
  const failure = error instanceof ExecutionError ? error.cause : error;
  const { name, message } = failure instanceof Error ? failure : new Error(String(failure));
  // The engine's own word for a Fail state without Error; AWS gives none.
  const isNamed = name !== 'FailStateError';
  return { status: 'FAILED' as const, ...(isNamed && { error: name }), cause: message };
}

// `RootExecution` is the name under which prepareDefinition reads $$.Execution.
function contextOf(machine: StateMachine, record: ExecutionRecord) {
  const execution = {
    Id: record.arn,
    Name: record.name,
    Input: JSON.parse(record.input) as Json,
    StartTime: new Date(record.startedAt).toISOString(),
    RedriveCount: 0,
  };
  return {
    RootExecution: execution,
    StateMachine: { Id: machine.arn, Name: machine.name },
  };
}

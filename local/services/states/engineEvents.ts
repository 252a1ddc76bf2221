import type { StateMachine as Engine } from 'aws-local-stepfunctions';
import { addEvent, type HistoryEvent } from './history.ts';

type EventLog = ReturnType<Engine['run']>['eventLogs'];
type EngineEvent = EventLog extends AsyncGenerator<infer Event> ? Event : never;

/** Adds all that the engine tells of an execution, in the words of GetExecutionHistory; its end is added apart. */
export async function followEngine(events: EventLog, history: HistoryEvent[]): Promise<void> {
  for await (const event of events) {
    const told = translate(event);
    if (told) addEvent(history, told.type, event.timestamp, told.details);
  }
}

function translate(event: EngineEvent): { type: string; details: object } | undefined {
  switch (event.type) {
    case 'ExecutionStarted': {
      const details = { executionStartedEventDetails: { input: json(event.input) } };
      return { type: event.type, details };
    }
    case 'StateEntered': {
      const { name, type, input } = event.state;
      const details = { stateEnteredEventDetails: { name, input: json(input) } };
      return { type: `${type}StateEntered`, details };
    }
    case 'StateExited': {
      const { name, type, output } = event.state;
      const details = { stateExitedEventDetails: { name, output: json(output) } };
      return { type: `${type}StateExited`, details };
    }
    case 'StateFailed':
      return translateFailure(event.state.type, event.Error, event.Cause);
    case 'MapIterationStarted':
    case 'MapIterationSucceeded':
    case 'MapIterationFailed': {
      const details = { name: event.parentState.name, index: event.index };
      const member = `m${event.type.slice(1)}EventDetails`;
      return { type: event.type, details: { [member]: details } };
    }
    // AWS tells a retry by another TaskScheduled, a catch by the state entered next, a branch not at all.
    default:
      return undefined;
  }
}

function translateFailure(stateType: string, error: string, cause: unknown) {
  const details = { error, cause: typeof cause === 'string' ? cause : json(cause) };
  if (stateType === 'Task')
    return { type: 'TaskFailed', details: { taskFailedEventDetails: details } };
  const known = stateType === 'Map' || stateType === 'Parallel';
  return known ? { type: `${stateType}StateFailed`, details: {} } : undefined;
}

function json(value: unknown): string {
  return JSON.stringify(value ?? null);
}

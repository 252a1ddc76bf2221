import { runtimeError } from '../expressions/stateError.ts';
import type { ExecutionRecord } from './executionRecord.ts';

/** An event as GetExecutionHistory returns it; `timestamp` in seconds. */
export interface HistoryEvent {
  id: number;
  previousEventId: number;
  timestamp: number;
  type: string;
  [details: string]: unknown;
}

/**
 * "Service quotas": the maximum number of events per execution. The last one reports the failure
 * caused by this limit.
 */
export const MOST_EVENTS = 25_000;

/** The events of one execution. */
export class History {
  readonly events: HistoryEvent[] = [];
  /** Characters of data in the events. */
  size = 0;

  /**
   * Adds an event and returns its id. Fails the execution if the event would leave no room for the
   * final one.
   */
  add(type: string, previousEventId: number, details?: object): number {
    if (this.events.length < MOST_EVENTS - 1) return this.#push(type, previousEventId, details);
    throw runtimeError(
      `The execution reached the maximum number of history events (${MOST_EVENTS}).`,
    );
  }

  /** Adds an event while the execution is ending, if there is room. */
  note(type: string, previousEventId: number, details?: object): number {
    if (this.events.length >= MOST_EVENTS - 1) return previousEventId;
    return this.#push(type, previousEventId, details);
  }

  /** Adds the last event of an execution. */
  end(execution: ExecutionRecord): void {
    const { type, details } = endOf(execution);
    this.#push(type, this.events.length, details, execution.stoppedAt);
  }

  #push(type: string, previousEventId: number, details: object = {}, at = Date.now()): number {
    const id = this.events.length + 1;
    const member = `${type.replace(/^[A-Z]/, (first) => first.toLowerCase())}EventDetails`;
    const named = type.replace(/^.*State(Entered|Exited)$/, 'state$1EventDetails');
    const told = Object.keys(details).length > 0 && { [named === type ? member : named]: details };
    this.events.push({ id, previousEventId, timestamp: at / 1000, type, ...told });
    for (const value of Object.values(details)) {
      if (typeof value === 'string') this.size += value.length;
    }
    return id;
  }
}

/** The first and last events of an execution of which only the record remains. */
export function shortHistory(execution: ExecutionRecord): HistoryEvent[] {
  const history = new History();
  history.add('ExecutionStarted', 0, { input: execution.input });
  const [started] = history.events;
  if (started) started.timestamp = execution.startedAt / 1000;
  if (execution.status !== 'RUNNING') history.end(execution);
  return history.events;
}

function endOf({ status, output, error, cause }: ExecutionRecord) {
  if (status === 'SUCCEEDED') return { type: 'ExecutionSucceeded', details: { output } };
  const type = { FAILED: 'Failed', TIMED_OUT: 'TimedOut', ABORTED: 'Aborted', RUNNING: '' }[status];
  const details = { ...(error !== undefined && { error }), ...(cause !== undefined && { cause }) };
  return { type: `Execution${type}`, details };
}

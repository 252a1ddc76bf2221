import type { ExecutionRecord } from './execution.ts';

/** An event as GetExecutionHistory gives it; `timestamp` in seconds. */
export interface HistoryEvent {
  id: number;
  previousEventId: number;
  timestamp: number;
  type: string;
  [details: string]: unknown;
}

/** Adds an event that happened `at` (milliseconds) to a history. */
export function addEvent(history: HistoryEvent[], type: string, at: number, details: object): void {
  const id = history.length + 1;
  history.push({ id, previousEventId: id - 1, timestamp: at / 1000, type, ...details });
}

/** Adds the last event of an execution. */
export function addEnd(history: HistoryEvent[], execution: ExecutionRecord): void {
  const { status, stoppedAt = Date.now(), output, error, cause } = execution;
  const end = {
    RUNNING: 'Running',
    SUCCEEDED: 'Succeeded',
    FAILED: 'Failed',
    TIMED_OUT: 'TimedOut',
    ABORTED: 'Aborted',
  }[status];
  const details = status === 'SUCCEEDED' ? { output } : { error, cause };
  addEvent(history, `Execution${end}`, stoppedAt, { [`execution${end}EventDetails`]: details });
}

/** The history of an execution of which only the record is left: how it began and how it ended. */
export function shortHistory(execution: ExecutionRecord): HistoryEvent[] {
  const history: HistoryEvent[] = [];
  addEvent(history, 'ExecutionStarted', execution.startedAt, {
    executionStartedEventDetails: { input: execution.input },
  });
  addEnd(history, execution);
  return history;
}

import type { ExecutionRecord } from '../history/executionRecord.ts';
import type { History } from '../history/history.ts';

/** An execution while this process knows it. */
export interface Execution {
  record: ExecutionRecord;
  /** Undefined once it is no longer kept. */
  history: History | undefined;
  /** What runs; undefined once it has ended. */
  run: Run | undefined;
}

/** A running execution. */
export interface Run {
  /** Ends it as StopExecution does. */
  abort(error?: string, cause?: string): void;
  /** Settles when it has ended, however it ended. */
  ended: Promise<void>;
}

import type { ExecutionRecord } from '../history/executionRecord.ts';
import type { History } from '../history/history.ts';

/** An execution that this process knows. */
export interface Execution {
  record: ExecutionRecord;
  /** Undefined once it has been dropped. */
  history: History | undefined;
  /** The running part; undefined once the execution has ended. */
  run: Run | undefined;
}

/** A running execution. */
export interface Run {
  /** Ends the execution as StopExecution does. */
  abort(error?: string, cause?: string): void;
  /** Resolves when the execution has ended, whatever its status. */
  ended: Promise<void>;
}

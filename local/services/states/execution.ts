import type { History } from './history.ts';

export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/** What is kept of an execution over a restart. `input` and `output` are JSON text, times are milliseconds. */
export interface ExecutionRecord {
  arn: string;
  stateMachineArn: string;
  name: string;
  input: string;
  status: ExecutionStatus;
  startedAt: number;
  stoppedAt?: number;
  output?: string;
  error?: string;
  cause?: string;
}

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

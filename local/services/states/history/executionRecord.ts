export type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/**
 * The part of an execution that survives a restart. `input` and `output` are JSON text, times are
 * milliseconds.
 */
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

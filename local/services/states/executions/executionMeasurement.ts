import type { Measurement } from '../../../lib/metric.ts';
import type { ExecutionRecord, ExecutionStatus } from '../history/executionRecord.ts';

const METRICS: { readonly [status in ExecutionStatus]: string } = {
  RUNNING: 'ExecutionsStarted',
  SUCCEEDED: 'ExecutionsSucceeded',
  FAILED: 'ExecutionsFailed',
  TIMED_OUT: 'ExecutionsTimedOut',
  ABORTED: 'ExecutionsAborted',
};

/** The state machine metrics that are counted here. */
export const EXECUTION_METRICS = Object.values(METRICS);

/**
 * The metric that CloudWatch counts for this status ("Monitoring Step Functions metrics using
 * CloudWatch").
 */
export function executionMeasurement(record: ExecutionRecord): Measurement {
  return {
    metric: {
      namespace: 'AWS/States',
      name: METRICS[record.status],
      dimensions: { StateMachineArn: record.stateMachineArn },
    },
    value: 1,
    at: record.stoppedAt ?? record.startedAt,
  };
}

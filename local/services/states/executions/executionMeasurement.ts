import type { Measurement } from '../../../lib/metric.ts';
import type { ExecutionRecord, ExecutionStatus } from '../history/executionRecord.ts';

const METRICS: { readonly [status in ExecutionStatus]: string } = {
  RUNNING: 'ExecutionsStarted',
  SUCCEEDED: 'ExecutionsSucceeded',
  FAILED: 'ExecutionsFailed',
  TIMED_OUT: 'ExecutionsTimedOut',
  ABORTED: 'ExecutionsAborted',
};

/** Those of the metrics of a state machine that are counted here. */
export const EXECUTION_METRICS = Object.values(METRICS);

/** What CloudWatch counts then ("Monitoring Step Functions metrics using CloudWatch"). */
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

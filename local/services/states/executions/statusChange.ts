import type { Told } from '../../events/startEvents.ts';
import type { ExecutionRecord } from '../history/executionRecord.ts';

/**
 * The EventBridge event for the start or end of an execution: `detail` is the output of
 * DescribeExecution with times in milliseconds ("Automating Step Functions event delivery with
 * EventBridge").
 */
export function statusChange(record: ExecutionRecord): Told {
  const { arn, stateMachineArn, name, status, startedAt, stoppedAt, input, output } = record;
  return {
    source: 'aws.states',
    detailType: 'Step Functions Execution Status Change',
    resources: [arn],
    detail: {
      executionArn: arn,
      stateMachineArn,
      name,
      status,
      startDate: startedAt,
      stopDate: stoppedAt ?? null,
      ...payload('input', input),
      ...payload('output', output),
      error: record.error ?? null,
      cause: record.cause ?? null,
    },
  };
}

/** An input or output of this many bytes or more is left out and marked as not included. */
const LARGEST = 248 * 1024;

function payload(name: 'input' | 'output', text: string | undefined) {
  if (text === undefined) return { [name]: null, [`${name}Details`]: null };
  const included = Buffer.byteLength(text) < LARGEST;
  return { ...(included && { [name]: text }), [`${name}Details`]: { included } };
}

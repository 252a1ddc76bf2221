import type { Told } from '../../events/startEvents.ts';
import type { ExecutionRecord } from '../history/executionRecord.ts';

/**
 * What EventBridge is told when an execution begins or ends: `detail` is what DescribeExecution gives,
 * with times in milliseconds ("Automating Step Functions event delivery with EventBridge").
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

/** Both together stay below the size of an event; a larger one is left out, and said to be. */
const LARGEST = 248 * 1024;

function payload(name: 'input' | 'output', text: string | undefined) {
  if (text === undefined) return { [name]: null, [`${name}Details`]: null };
  const included = Buffer.byteLength(text) < LARGEST;
  return { ...(included && { [name]: text }), [`${name}Details`]: { included } };
}

import type { Measurement } from '../../lib/metric.ts';

/** Those of the metrics of a function that are counted here. */
export const FUNCTION_METRICS = ['Invocations', 'Errors', 'Throttles'];

/** How an invocation went. */
export type InvocationEnd = 'answered' | 'failed' | 'throttled';

/** What CloudWatch counts of an invocation ("Types of metrics for Lambda functions"). */
export function functionMeasurements(
  functionName: string,
  end: InvocationEnd,
  at: number,
): Measurement[] {
  const one = (name: string, value: number): Measurement => ({
    metric: { namespace: 'AWS/Lambda', name, dimensions: { FunctionName: functionName } },
    value,
    at,
  });
  if (end === 'throttled') return [one('Throttles', 1)];
  return [one('Invocations', 1), one('Errors', end === 'failed' ? 1 : 0), one('Throttles', 0)];
}

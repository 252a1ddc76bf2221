import type { Measurement } from '../../lib/metric.ts';

/** The function metrics that are counted here. */
export const FUNCTION_METRICS = ['Invocations', 'Errors', 'Throttles'];

/** The outcome of an invocation. */
export type InvocationEnd = 'answered' | 'failed' | 'throttled';

/** The CloudWatch metrics of an invocation ("Types of metrics for Lambda functions"). */
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

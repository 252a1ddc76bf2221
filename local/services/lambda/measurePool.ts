import type { Measurement } from '../../lib/metric.ts';
import { followLogs } from '../cloudwatch/followLogs.ts';
import { readEmbedded } from '../cloudwatch/readEmbedded.ts';
import { AwsError } from '../protocol/awsError.ts';
import { functionMeasurements, type InvocationEnd } from './functionMeasurements.ts';
import type { FunctionPool } from './functionPool.ts';

/**
 * Passes to `put`, after every invocation, its outcome and the embedded metrics that the function
 * has logged since the last one.
 */
export function measurePool(
  pool: FunctionPool,
  { name, logFile }: { name: string; logFile: string },
  put: (measurements: Measurement[]) => void,
): FunctionPool {
  const logs = followLogs();
  logs.skip(logFile);
  const tell = (end: InvocationEnd) =>
    put([
      ...functionMeasurements(name, end, Date.now()),
      ...logs.read(logFile).flatMap(readEmbedded),
    ]);
  return {
    ...pool,
    async invoke(payload, id) {
      try {
        const answer = await pool.invoke(payload, id);
        tell('answered');
        return answer;
      } catch (error) {
        tell(error instanceof AwsError && error.status === 429 ? 'throttled' : 'failed');
        throw error;
      }
    },
  };
}

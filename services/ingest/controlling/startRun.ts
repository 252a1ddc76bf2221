import type { Executions } from './executions.ts';
import { nameRun } from './nameRun.ts';
import type { StartOrder } from './order.ts';

/** Starts the workflow on an object of the feed bucket. Returns the id of its run. */
export async function startRun(
  executions: Executions,
  { profile, key, encoding, dryRun, by }: StartOrder,
  now: Date,
): Promise<{ runId: string }> {
  const runId = nameRun(profile, now);
  // The workflow tests only whether `dryRun` is present; `by` is for the record.
  const input = { profile, key, encoding, by, ...(dryRun ? { dryRun } : {}) };
  if ((await executions.start(runId, input)) === null) {
    throw new Error(`Execution ${runId} exists already`);
  }
  return { runId };
}

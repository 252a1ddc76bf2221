import type { Executions } from './executions.ts';
import { nameRun } from './nameRun.ts';
import type { StartOrder } from './order.ts';

/** Starts the workflow on an object of the feed bucket. Gives the id of its run. */
export async function startRun(
  executions: Executions,
  { profile, key, encoding, dryRun, by }: StartOrder,
  now: Date,
): Promise<{ runId: string }> {
  const runId = nameRun(profile, now);
  // The workflow asks whether `dryRun` is there, not what it is; `by` is for whoever looks it up.
  const input = { profile, key, encoding, by, ...(dryRun ? { dryRun } : {}) };
  if ((await executions.start(runId, input)) === null) {
    throw new Error(`There is an execution ${runId} already`);
  }
  return { runId };
}

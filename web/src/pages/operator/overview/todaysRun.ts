import type { Day } from '../../../../../domain/release/calendar.ts';
import { dayInJapan } from '../../../../../domain/release/dayInJapan.ts';
import type {
  ExecutionRowPartsFragment,
  IngestRunState,
  RunRowPartsFragment,
} from '../../../generated/operatorDocuments.ts';
import { hasFailed } from '../executions/hasFailed.ts';
import { isUnderWay } from '../runs/isUnderWay.ts';

/** Returns the runs that were meant to be merged; omits dry runs. */
export const meant = (runs: RunRowPartsFragment[]): RunRowPartsFragment[] =>
  runs.filter(({ reasonCode }) => reasonCode !== 'dry-run');

/** Returns the runs of a day in Japan that were meant to be merged, newest first. */
export function runsOf(day: Day, runs: RunRowPartsFragment[]): RunRowPartsFragment[] {
  return meant(runs).filter(({ startedAt }) => dayInJapan(new Date(startedAt)) === day);
}

/**
 * Returns the state of a run; `STOPPED` if its execution failed. The row of such a run keeps its last
 * state for good, as if the run were still in progress.
 */
export function standingOf(
  run: RunRowPartsFragment,
  executions: ExecutionRowPartsFragment[],
): IngestRunState | 'STOPPED' {
  const execution = executions.find(({ runId }) => runId === run.id);
  return isUnderWay(run) && execution && hasFailed(execution) ? 'STOPPED' : run.state;
}

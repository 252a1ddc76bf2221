import type { Day } from '../../../../../domain/release/calendar.ts';
import { dayInJapan } from '../../../../../domain/release/dayInJapan.ts';
import type {
  ExecutionRowPartsFragment,
  IngestRunState,
  RunRowPartsFragment,
} from '../../../generated/operatorDocuments.ts';
import { hasFailed } from '../executions/hasFailed.ts';
import { isUnderWay } from '../runs/isUnderWay.ts';

/** Runs of files that were meant to be merged: not those that somebody only tried. */
export const meant = (runs: RunRowPartsFragment[]): RunRowPartsFragment[] =>
  runs.filter(({ reasonCode }) => reasonCode !== 'dry-run');

/** The runs of a day in Japan that were meant to be merged, newest first. */
export function runsOf(day: Day, runs: RunRowPartsFragment[]): RunRowPartsFragment[] {
  return meant(runs).filter(({ startedAt }) => dayInJapan(new Date(startedAt)) === day);
}

/**
 * How a run stands. One whose execution is gone stays where it was for ever: its row alone would say
 * that it goes on.
 */
export function standingOf(
  run: RunRowPartsFragment,
  executions: ExecutionRowPartsFragment[],
): IngestRunState | 'STOPPED' {
  const execution = executions.find(({ runId }) => runId === run.id);
  return isUnderWay(run) && execution && hasFailed(execution) ? 'STOPPED' : run.state;
}

import type { Notice } from './notice.ts';

/** Whether the notice is of a failed decision on a run that is still waiting for one. */
export function isStillHeld({ kind, execution, run }: Notice): boolean {
  return kind === 'FAILED' && run?.state === 'HELD' && execution.runId !== execution.name;
}

/** Whether other files have changed the run's books meanwhile, so that it can only be discarded. */
export function isOvertaken(notice: Notice): boolean {
  // The error name that ingest uses.
  return isStillHeld(notice) && notice.execution.error === 'IngestRunOvertaken';
}

import type { Notice } from './notice.ts';

/** Whether the notice is of a decision that failed, on a run that waits for one still. */
export function isStillHeld({ kind, execution, run }: Notice): boolean {
  return kind === 'FAILED' && run?.state === 'HELD' && execution.runId !== execution.name;
}

/** Whether other files have changed the books of that run meanwhile, so that it can only be let go. */
export function isOvertaken(notice: Notice): boolean {
  // As ingest names it.
  return isStillHeld(notice) && notice.execution.error === 'IngestRunOvertaken';
}

import type { EndedExecution } from './execution.ts';
import type { ToldRun } from './readRun.ts';

/** The kinds of notices to operators about an execution. */
export type NoticeKind = 'HELD' | 'REFUSED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/**
 * Returns what operators should know of an execution that has ended; null if all is well. A run
 * that waits for a decision is reported as held, however its execution ended. A dry run waits for
 * no decision, even if it broke off between its guard and its end. A hold that was decided
 * meanwhile is not reported.
 */
export function findNotice(execution: EndedExecution, run: ToldRun | null): NoticeKind | null {
  const { status, name } = execution;
  const isOwn = run?.id === name;
  if (isOwn && run?.state === 'HELD' && !execution.isDryRun) return 'HELD';
  if (status === 'SUCCEEDED') return null;
  if (status === 'FAILED' && isOwn && run?.state === 'REFUSED') return 'REFUSED';
  return status;
}

import type { EndedExecution } from './execution.ts';
import type { ToldRun } from './readRun.ts';

/** What operators are told of an execution. */
export type NoticeKind = 'HELD' | 'REFUSED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';

/**
 * What there is to tell of an execution that has ended; null when all is well. A run that waits for a
 * decision is told as held, however its execution ended; a dry run waits for none, even where it broke
 * off between its guard and its end. A hold that somebody has decided on meanwhile is over.
 */
export function findNotice(execution: EndedExecution, run: ToldRun | null): NoticeKind | null {
  const { status, name } = execution;
  const isOwn = run?.id === name;
  if (isOwn && run?.state === 'HELD' && !execution.isDryRun) return 'HELD';
  if (status === 'SUCCEEDED') return null;
  if (status === 'FAILED' && isOwn && run?.state === 'REFUSED') return 'REFUSED';
  return status;
}

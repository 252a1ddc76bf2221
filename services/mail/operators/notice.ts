import type { EndedExecution } from './execution.ts';
import type { NoticeKind } from './findNotice.ts';
import type { ToldRun } from './readRun.ts';

/** What operators are to be told. */
export interface Notice {
  kind: NoticeKind;
  execution: EndedExecution;
  /** Null when the execution failed before there was a run. */
  run: ToldRun | null;
}

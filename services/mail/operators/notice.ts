import type { EndedExecution } from './execution.ts';
import type { NoticeKind } from './findNotice.ts';
import type { ToldRun } from './readRun.ts';

/** What operators are told. */
export interface Notice {
  kind: NoticeKind;
  execution: EndedExecution;
  /** Null if the execution failed before it created a run. */
  run: ToldRun | null;
}

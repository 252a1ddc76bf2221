import type { Database } from '../../../db/database.ts';
import { type ReadingProgress, recordProgress } from './run.ts';

const EVERY_MILLISECONDS = 1000;

/** Records the progress of staging at intervals. Does not delay the staging, nor fail it. */
export function reportProgress(
  database: Database,
  runId: string,
  measure: (rows: number) => ReadingProgress,
): (rows: number) => void {
  let next = performance.now() + EVERY_MILLISECONDS;
  let isUnderWay = false;
  return (rows) => {
    if (isUnderWay || performance.now() < next) return;
    isUnderWay = true;
    recordProgress(database, runId, measure(rows))
      .catch(() => undefined)
      .finally(() => {
        isUnderWay = false;
        next = performance.now() + EVERY_MILLISECONDS;
      });
  };
}

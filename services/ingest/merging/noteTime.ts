import type { Database } from '../../../db/database.ts';
import type { Range } from './eachRange.ts';
import type { MergingRun } from './run.ts';

/**
 * Records on books the time of the feed's latest row about them if that row has nothing new.
 * `isAction` is the condition on the action of the staged row `s`.
 */
export async function noteTime(
  database: Database,
  run: MergingRun,
  range: Range,
  isAction: string,
): Promise<void> {
  await database.execute(
    `update book b
     join ingest_stage s on s.target_id = b.id
     set b.source_updated_at = s.source_updated_at, b.row_hash = null
     where s.run_id = :run and s.record_no between :from and :to
       and ${isAction} and s.outcome = 'UNCHANGED'
       and s.source_updated_at > b.source_updated_at`,
    { run: run.id, ...range },
  );
}

import { noteRecount } from '../../../db/catalogue/noteRecount.ts';
import type { Database } from '../../../db/database.ts';
import { eachRange } from './eachRange.ts';
import type { MergingRun } from './run.ts';

/**
 * Schedules a recount of the contributors and series of books that a run created, changed or
 * cancelled.
 */
export async function noteCounts(database: Database, run: MergingRun): Promise<void> {
  await eachRange(database, run.id, (range) =>
    noteRecount(database, {
      from: 'ingest_stage s',
      where: `s.run_id = :run and s.record_no between :from and :to
       and s.action <> 'PRICE' and s.outcome in ('CREATED', 'CHANGED')`,
      bookId: 's.target_id',
      values: { run: run.id, ...range },
    }),
  );
}

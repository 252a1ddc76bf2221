import { noteRecount } from '../../../db/catalogue/noteRecount.ts';
import type { Database } from '../../../db/database.ts';
import { eachRange } from './eachRange.ts';
import type { MergingRun } from './run.ts';

/** Has those counted anew of whom a run has brought, changed or cancelled books. */
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

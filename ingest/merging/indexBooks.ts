import type { Database } from '../../db/database.ts';
import { addTexts, renewTexts, type Texts } from '../../db/search/writeTexts.ts';
import { FOLDING } from '../../schema/folding/folding.ts';
import { eachRange } from './eachRange.ts';
import type { MergingRun } from './run.ts';

/**
 * Lets each book that the rows have brought, changed or cancelled be found by what it says now, and be
 * found no longer where it is not upcoming.
 */
export async function indexBooks(database: Database, run: MergingRun): Promise<void> {
  const changed = await countChanged(database, run);
  await eachRange(database, run.id, async (range) => {
    const texts: Texts = {
      from: 'ingest_stage s',
      where: `s.run_id = :run and s.record_no between :from and :to
       and s.outcome in ('CREATED', 'CHANGED')`,
      bookId: 's.target_id',
      text: 's.search_text',
      values: { run: run.id, ...range },
      folding: FOLDING,
    };
    if (changed > 0) await renewTexts(database, texts);
    await addTexts(database, texts);
  });
}

/** A first load changes nothing, and is spared the look at what its books were found by before. */
async function countChanged(database: Database, run: MergingRun): Promise<number> {
  const [row] = await database.query<{ total: number }>(
    "select count(*) as total from ingest_stage where run_id = :run and outcome = 'CHANGED'",
    { run: run.id },
  );
  return row?.total ?? 0;
}

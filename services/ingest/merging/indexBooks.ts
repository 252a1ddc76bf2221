import type { Database } from '../../../db/database.ts';
import { readTotal } from '../../../db/readTotal.ts';
import { addTexts, renewTexts, type Texts } from '../../../db/search/writeTexts.ts';
import { FOLDING } from '../../../domain/text/folding.ts';
import { eachRange, type Range } from './eachRange.ts';
import type { MergingRun } from './run.ts';

/** Some 100 postings each, of which one statement writes well below the Data API's 45 seconds. */
const ROWS_AT_ONCE = 4_000;

/**
 * Lets each book that the rows have brought, changed or cancelled be found by what it says now, and be
 * found no longer where it is not upcoming.
 */
export async function indexBooks(database: Database, run: MergingRun): Promise<void> {
  const changed = await countChanged(database, run);
  const index = async (range: Range) => {
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
  };
  await eachRange(database, run.id, index, ROWS_AT_ONCE);
}

/** A first load changes nothing, and is spared the look at what its books were found by before. */
function countChanged(database: Database, run: MergingRun): Promise<number> {
  return readTotal(
    database,
    "select count(*) as total from ingest_stage where run_id = :run and outcome = 'CHANGED'",
    { run: run.id },
  );
}

import type { Database } from '../../../db/database.ts';
import { readTotal } from '../../../db/readTotal.ts';
import { addTexts, renewTexts, type Texts } from '../../../db/search/writeTexts.ts';
import { FOLDING } from '../../../domain/text/folding.ts';
import { eachRange, type Range } from './eachRange.ts';
import type { MergingRun } from './run.ts';

/** Each has about 100 postings; one statement writes them well below the Data API's 45 seconds. */
const ROWS_AT_ONCE = 4_000;

/**
 * Updates the search index for books that the rows created, changed or cancelled, and removes those
 * that are no longer upcoming.
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

/** A first load changes no books and can skip comparing with the old postings. */
function countChanged(database: Database, run: MergingRun): Promise<number> {
  return readTotal(
    database,
    "select count(*) as total from ingest_stage where run_id = :run and outcome = 'CHANGED'",
    { run: run.id },
  );
}

import type { Database } from '../../../db/database.ts';
import type { MergingRun } from './run.ts';

/**
 * Settles rows whose book is spoken of again by a later row of the same file, which is just what
 * the book was last read from: that one is the last word, by the row's own time and then by its place.
 */
export async function yieldToKnown(database: Database, run: MergingRun): Promise<void> {
  await database.execute(
    `update ingest_stage s
     join ingest_known k on k.run_id = s.run_id and k.book_id = s.target_id
     set s.outcome = 'UNCHANGED', s.row_hash = null
     where s.run_id = :run and s.outcome = 'OPEN' and s.action <> 'SEEN'
       and ${placeOf('k', 'coalesce(:stated, k.source_updated_at)')} > ${placeOf('s')}`,
    { run: run.id, stated: run.statedAt },
  );
}

/** SQL for where a row stands among the words about one book; later ones compare as greater. */
export function placeOf(alias: string, time = `${alias}.source_updated_at`): string {
  return `concat(coalesce(cast(cast(${time} as datetime(6)) as char(26)), ''), '/',
    lpad(${alias}.record_no, 10, '0'))`;
}

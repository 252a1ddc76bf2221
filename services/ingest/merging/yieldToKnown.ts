import type { Database } from '../../../db/database.ts';
import type { MergingRun } from './run.ts';

/**
 * Settles rows that are followed in the same file, by their own time and then by position, by
 * exactly the row that the book was last read from: that row has the last word.
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

/** SQL that orders rows about one book; later ones compare as greater. */
export function placeOf(alias: string, time = `${alias}.source_updated_at`): string {
  return `concat(coalesce(cast(cast(${time} as datetime(6)) as char(26)), ''), '/',
    lpad(${alias}.record_no, 10, '0'))`;
}

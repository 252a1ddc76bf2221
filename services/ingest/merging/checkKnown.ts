import type { Database } from '../../../db/database.ts';
import { readTotal } from '../../../db/readTotal.ts';
import { IngestRunOvertaken } from './errors.ts';
import type { MergingRun } from './run.ts';

/**
 * Checks that the recognized rows still have nothing new. A book that has changed since then is
 * fine if its last update is later than the row; for any other changed book the row's effect is
 * unknown. Throws `IngestRunOvertaken`.
 */
export async function checkKnown(database: Database, run: MergingRun): Promise<void> {
  const total = await readTotal(
    database,
    `select count(*) as total from ingest_known k
     join book b on b.id = k.book_id
     where k.run_id = :run and not (b.row_hash <=> k.row_hash)
       and not coalesce(b.source_updated_at > coalesce(:stated, k.source_updated_at), false)`,
    { run: run.id, stated: run.statedAt },
  );
  if (total === 0) return;
  throw new IngestRunOvertaken(
    `Run ${run.id}: another run has changed ${total} of the books since this file was read; ` +
      'it has to be read again',
  );
}

import type { Database } from '../../../db/database.ts';
import type { MergingRun } from './run.ts';

/**
 * Settles whole rows that a book has heard already and whose last word, a cancellation or a price,
 * follows in the same file with the same time. When such a file comes again, the whole row would
 * take the book back to what it was before that word, and tell of it.
 */
export async function settleEchoes(database: Database, run: MergingRun): Promise<void> {
  if (!run.hasPartialRows) return;
  await database.execute(
    `update ingest_stage s
     join (
       select distinct target_id from ingest_stage
       where run_id = :run and outcome = 'OPEN' and action in ('CANCEL', 'PRICE')
     ) word on word.target_id = s.target_id
     join book b on b.id = s.target_id
     set s.outcome = 'UNCHANGED'
     where s.run_id = :run and s.outcome = 'OPEN' and s.action = 'UPSERT'
       and b.profile = :profile and b.record_key = s.record_key
       and b.content_hash = s.content_hash and b.source_updated_at = s.source_updated_at`,
    { run: run.id, profile: run.profile },
  );
}

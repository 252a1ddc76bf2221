import type { Database } from '../../../db/database.ts';
import type { MergingRun } from './run.ts';

/**
 * Settles echoes: whole rows that were already merged into their book and are followed in the same
 * file by a cancellation or a price with the same time. If such a file is delivered again, the
 * whole row would revert the book to its earlier state and write events about it.
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

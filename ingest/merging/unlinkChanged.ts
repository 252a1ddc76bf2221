import type { Database } from '../../db/database.ts';
import { pathOf } from '../stage/content.ts';
import type { Range } from './eachRange.ts';
import type { MergingRun } from './run.ts';

/**
 * Takes away the links of books that whole rows have changed. A row that says nothing of people, as it was
 * staged before they and series were, leaves the links as they are.
 */
export async function unlinkChanged(
  database: Database,
  run: MergingRun,
  range: Range,
  table: 'book_contributor' | 'book_series',
): Promise<void> {
  await database.execute(
    `delete l from ingest_stage s
     straight_join ${table} l on l.book_id = s.target_id
     where s.run_id = :run and s.record_no between :from and :to
       and s.action = 'UPSERT' and s.outcome = 'CHANGED'
       and json_extract(s.content, '${pathOf('people')}') is not null`,
    { run: run.id, ...range },
  );
}

import type { Database } from '../../../db/database.ts';
import { placeOf } from './yieldToKnown.ts';

/**
 * If a file has several rows about one book, the last one counts, by its own time and then by its
 * position; settles the earlier ones as unchanged. Whole rows, cancellations and price revisions
 * are compared separately, but a whole row also supersedes earlier rows of the other two kinds.
 */
export async function supersedeRows(
  database: Database,
  runId: string,
  sameBy: 'record_key' | 'target_id',
): Promise<void> {
  const [rows] = await database.query<{ total: number; names: number }>(
    `select count(*) as total, count(distinct ${sameBy}) as names from ingest_stage
     where run_id = :run and outcome = 'OPEN' and action <> 'SEEN' and ${sameBy} is not null`,
    { run: runId },
  );
  if (rows?.total === rows?.names) return;
  await database.execute(
    `update ingest_stage s
     join (
       select t.record_no, t.word, t.place,
         row_number() over (partition by t.name, t.word order by t.place desc) as nth,
         max(case when t.word = 'STATE' then t.place end) over (partition by t.name) as last_state
       from (
         select record_no, ${sameBy} as name,
           case when action in ('UPSERT', 'HOLD') then 'STATE' else action end as word,
           ${placeOf('t')} as place
         from ingest_stage t
         where t.run_id = :run and outcome = 'OPEN' and action <> 'SEEN' and ${sameBy} is not null
       ) t
     ) w on w.record_no = s.record_no
     set s.outcome = 'UNCHANGED', s.row_hash = null${sameBy === 'record_key' ? ', s.target_id = null' : ''}
     where s.run_id = :run and (w.nth > 1 or (w.word <> 'STATE' and w.place < w.last_state))`,
    { run: runId },
  );
}

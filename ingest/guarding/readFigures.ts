import type { Database } from '../../db/database.ts';
import type { FullFileFigures } from './findAlarm.ts';

const RUNS_COMPARED = 7;

/** Compares a staged full file with the upcoming books and with earlier full files. */
export async function readFullFileFigures(
  database: Database,
  runId: string,
  profile: string,
): Promise<FullFileFigures> {
  const runs = await database.query<{ record_count: number }>(
    `select record_count from ingest_run
     where profile = :profile and state = 'MERGED' and unconfirmed_after is not null
     order by started_at desc, id desc limit ${RUNS_COMPARED}`,
    { profile },
  );
  const earlierRecords = runs.map(({ record_count }) => record_count);
  const counted = await Promise.all([
    count(database, runId, profile, ''),
    count(database, runId, profile, `and ${named("s.action = 'CANCEL'")}`),
    count(
      database,
      runId,
      profile,
      `and ${named(`s.action = 'UPSERT'
        and not (s.release_earliest <=> b.release_earliest
          and s.release_latest <=> b.release_latest)`)}`,
    ),
    count(database, runId, profile, `and not ${named('1 = 1')} and not ${namedByIsbn}`),
  ]);
  const [upcoming, cancelled, moved, absent] = counted;
  return { earlierRecords, upcoming, cancelled, moved, absent };
}

function named(condition: string): string {
  return `exists (select 1 from ingest_stage s
    where s.run_id = :run and s.record_key = b.record_key and ${condition})`;
}

const namedByIsbn = `exists (select 1 from ingest_stage s
  where s.run_id = :run and s.isbn = b.isbn)`;

async function count(
  database: Database,
  runId: string,
  profile: string,
  condition: string,
): Promise<number> {
  const [row] = await database.query<{ total: number }>(
    `select count(*) as total from book b
     where b.profile = :profile and b.status = 'UPCOMING' ${condition}`,
    condition === '' ? { profile } : { profile, run: runId },
  );
  return row?.total ?? 0;
}

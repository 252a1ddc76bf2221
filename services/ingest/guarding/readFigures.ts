import type { Database } from '../../../db/database.ts';
import { readTotal } from '../../../db/readTotal.ts';
import { contentOf } from '../stage/content.ts';
import type { CatalogueFigures, FullFileFigures } from './findAlarm.ts';

const RUNS_COMPARED = 7;

/** Compares the staged rows of a run with the upcoming books of its profile. */
export async function readCatalogueFigures(
  database: Database,
  runId: string,
  profile: string,
): Promise<CatalogueFigures> {
  const values = { run: runId, profile };
  const [upcoming, cancelled, moved] = await Promise.all([
    readTotal(
      database,
      "select count(*) as total from book where profile = :profile and status = 'UPCOMING'",
      { profile },
    ),
    readTotal(database, named("s.action = 'CANCEL'"), values),
    readTotal(
      database,
      named(`s.action = 'UPSERT'
        and not (b.release_earliest <=> ${contentOf('s', 'release_earliest')}
          and b.release_latest <=> ${contentOf('s', 'release_latest')})`),
      values,
    ),
  ]);
  return { upcoming, cancelled, moved };
}

function named(condition: string): string {
  return `select count(distinct b.id) as total from ingest_stage s
    join book b on b.profile = :profile and b.record_key = s.record_key and b.status = 'UPCOMING'
    where s.run_id = :run and ${condition}`;
}

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
  const absent = await readTotal(
    database,
    // A join, because not every optimizer uses an index for NOT EXISTS; its index is named, because
    // MySQL reads the whole run for each book while its statistics are old.
    `select count(*) as total from book b
     left join ingest_known k force index (ingest_known_book) on k.run_id = :run and k.book_id = b.id
     where b.profile = :profile and b.status = 'UPCOMING' and k.record_no is null
       and not exists (
         select 1 from ingest_stage s where s.run_id = :run and s.record_key = b.record_key)
       and not exists (select 1 from ingest_stage s where s.run_id = :run and s.isbn = b.isbn)`,
    { run: runId, profile },
  );
  return { earlierRecords: runs.map(({ record_count }) => record_count), absent };
}

import type { Database } from '../../db/database.ts';
import { eachRange } from './eachRange.ts';

const WHOLE = "s.action in ('UPSERT', 'HOLD')";

/**
 * Finds for each row the book that it is about, and gives new books their ids: a row belongs to the
 * book that its record was before; else to the volume that it names, where the file or the book
 * table has several under its ISBN; else to the book that alone carries its ISBN; else to a new one.
 */
export async function resolveTargets(
  database: Database,
  run: { id: string; profile: string; records: number },
): Promise<void> {
  await eachRange(run.records, (range) =>
    database.execute(
      `update ingest_stage s
       join book b on b.profile = :profile and b.record_key = s.record_key
       set s.target_id = b.id
       where s.run_id = :run and s.record_no between :from and :to and s.outcome is null`,
      { run: run.id, profile: run.profile, ...range },
    ),
  );
  await database.execute(
    `update ingest_stage s
     join (
       select isbn from ingest_stage
       where run_id = :run and isbn is not null and outcome is null
         and action in ('UPSERT', 'HOLD')
       group by isbn having count(distinct volume_id) > 1
     ) shared on shared.isbn = s.isbn
     set s.target_id = s.volume_id
     where s.run_id = :run and s.target_id is null and s.outcome is null and ${WHOLE}`,
    { run: run.id },
  );
  await eachRange(run.records, (range) => matchByIsbn(database, run.id, range));
  await eachRange(run.records, (range) => nameNewBooks(database, run.id, range));
  if (await hasPartialRows(database, run.id)) await followWholeRows(database, run);
}

/** Whether any row names a record without bringing the whole of it. */
export async function hasPartialRows(database: Database, runId: string): Promise<boolean> {
  const rows = await database.query(
    `select record_no from ingest_stage
     where run_id = :run and action not in ('UPSERT', 'HOLD') limit 1`,
    { run: runId },
  );
  return rows.length > 0;
}

async function matchByIsbn(database: Database, runId: string, range: { from: number; to: number }) {
  await database.execute(
    `update ingest_stage s
     join (
       select t.record_no,
         max(case when b.id = t.volume_id then b.id end) as exact_id,
         min(case when t.volume is null or b.volume is null or b.volume = t.volume
           then b.id end) as same_id,
         count(case when t.volume is null or b.volume is null or b.volume = t.volume
           then 1 end) as same_count
       from ingest_stage t
       join book b on b.isbn = t.isbn
       where t.run_id = :run and t.record_no between :from and :to
         and t.target_id is null and t.outcome is null and t.action in ('UPSERT', 'HOLD')
         and t.book_id <> t.volume_id
       group by t.record_no
     ) known on known.record_no = s.record_no
     set s.target_id = coalesce(
       known.exact_id,
       case when known.same_count = 1 then known.same_id end,
       s.volume_id)
     where s.run_id = :run and s.record_no between :from and :to`,
    { run: runId, ...range },
  );
}

/** The plain id, unless a book has it whose ISBN has become another. */
async function nameNewBooks(
  database: Database,
  runId: string,
  range: { from: number; to: number },
) {
  await database.execute(
    `update ingest_stage s
     left join book b on b.id = s.book_id
     set s.target_id = case
       when b.id is not null and not (b.isbn <=> s.isbn) then s.volume_id
       else s.book_id end
     where s.run_id = :run and s.record_no between :from and :to
       and s.target_id is null and s.outcome is null and ${WHOLE}`,
    { run: runId, ...range },
  );
}

/** Cancellations, price revisions and rejected rows name a record, at most with its ISBN. */
async function followWholeRows(database: Database, run: { id: string; records: number }) {
  await eachRange(run.records, (range) =>
    database.execute(
      `update ingest_stage s
       join ingest_stage whole on whole.run_id = s.run_id and whole.record_key = s.record_key
         and whole.action in ('UPSERT', 'HOLD') and whole.outcome is null
       set s.target_id = whole.target_id
       where s.run_id = :run and s.record_no between :from and :to
         and s.target_id is null and s.outcome is null and not ${WHOLE}`,
      { run: run.id, ...range },
    ),
  );
  await eachRange(run.records, (range) =>
    database.execute(
      `update ingest_stage s
       join (
         select t.record_no, min(b.id) as id, count(*) as books
         from ingest_stage t
         join book b on b.isbn = t.isbn
         where t.run_id = :run and t.record_no between :from and :to and t.target_id is null
           and t.outcome is null and t.action not in ('UPSERT', 'HOLD')
         group by t.record_no
       ) known on known.record_no = s.record_no
       set s.target_id = case when known.books = 1 then known.id end
       where s.run_id = :run and s.record_no between :from and :to`,
      { run: run.id, ...range },
    ),
  );
}

import type { Database } from '../../../db/database.ts';
import { contentOf } from '../stage/content.ts';
import { eachRange, type Range } from './eachRange.ts';
import type { MergingRun } from './run.ts';

const WHOLE = "s.action in ('UPSERT', 'HOLD')";
/** A whole row whose record no book has. */
const NEW = `s.outcome = 'OPEN' and ${WHOLE} and not exists (
  select 1 from book r where r.profile = :profile and r.record_key = s.record_key)`;
const VOLUME = `${contentOf('t', 'volume')} collate utf8mb4_0900_ai_ci`;
/** The book `b` belongs to the record of a row other than `t`, and that row changes its ISBN. */
const CLAIMED = `exists (
  select 1 from ingest_stage o
  where o.run_id = :run and b.profile = :profile and o.record_key = b.record_key
    and o.record_no <> t.record_no and o.outcome = 'OPEN'
    and o.action in ('UPSERT', 'HOLD') and not (o.isbn <=> t.isbn))`;

/**
 * Finds the book of each row: the book that its record had before; else the volume that it names,
 * if the file or the book table has several with its ISBN; else the only book with its ISBN; else
 * the book with the plain id, which is a staged row's initial target.
 */
export async function resolveTargets(database: Database, run: MergingRun): Promise<void> {
  await eachRange(database, run.id, (range) => followRecords(database, run, range));
  await separateVolumes(database, run);
  await eachRange(database, run.id, async (range) => {
    await matchByIsbn(database, run, range);
    await avoidTakenIds(database, run, range);
  });
  if (!run.hasPartialRows) return;
  await settleFormerRecords(database, run);
  await followWholeRows(database, run);
  await settleLeftRecords(database, run);
}

async function followRecords(database: Database, run: MergingRun, range: Range): Promise<void> {
  await database.execute(
    `update ingest_stage s
     join book b on b.profile = :profile and b.record_key = s.record_key
     set s.target_id = b.id
     where s.run_id = :run and s.record_no between :from and :to and s.outcome = 'OPEN'
       and not (s.target_id <=> b.id)`,
    { run: run.id, profile: run.profile, ...range },
  );
}

/** Several volumes of the file with one ISBN are several books; a known row counts as well. */
async function separateVolumes(database: Database, run: MergingRun): Promise<void> {
  await database.execute(
    `update ingest_stage s
     join (
       select isbn from ingest_stage
       where run_id = :run and isbn is not null and outcome = 'OPEN'
         and action in ('UPSERT', 'HOLD')
       group by isbn having count(distinct volume_id) > 1
       union
       select o.isbn from ingest_stage o
       join book v on v.isbn = o.isbn and v.volume_id <> o.volume_id
       join ingest_known k on k.run_id = o.run_id and k.book_id = v.id
       where o.run_id = :run and o.outcome = 'OPEN' and o.action in ('UPSERT', 'HOLD')
     ) shared on shared.isbn = s.isbn
     set s.target_id = s.volume_id
     where s.run_id = :run and ${NEW}`,
    { run: run.id, profile: run.profile },
  );
}

async function matchByIsbn(database: Database, run: MergingRun, range: Range): Promise<void> {
  await database.execute(
    `update ingest_stage s
     join (
       select t.record_no,
         max(case when b.id = t.volume_id then b.id end) as exact_id,
         min(case when b.volume is null or ${VOLUME} is null or b.volume = ${VOLUME}
           then b.id end) as same_id,
         count(case when b.volume is null or ${VOLUME} is null or b.volume = ${VOLUME}
           then 1 end) as same_count
       from ingest_stage t
       join book b on b.isbn = t.isbn
       where t.run_id = :run and t.record_no between :from and :to
         and t.target_id = t.book_id and t.outcome = 'OPEN' and t.action in ('UPSERT', 'HOLD')
         and t.book_id <> t.volume_id and not ${CLAIMED}
       group by t.record_no
     ) known on known.record_no = s.record_no
     set s.target_id = coalesce(
       known.exact_id,
       case when known.same_count = 1 then known.same_id end,
       s.volume_id)
     where s.run_id = :run and s.record_no between :from and :to and ${NEW}`,
    { run: run.id, profile: run.profile, ...range },
  );
}

/** The plain id may belong to a book whose ISBN has changed or changes in this run. */
async function avoidTakenIds(database: Database, run: MergingRun, range: Range): Promise<void> {
  await database.execute(
    `update ingest_stage s
     join (
       select t.record_no from ingest_stage t
       join book b on b.id = t.book_id
       where t.run_id = :run and t.record_no between :from and :to and t.outcome = 'OPEN'
         and t.action in ('UPSERT', 'HOLD') and t.target_id = t.book_id
         and (not (b.isbn <=> t.isbn) or ${CLAIMED})
       group by t.record_no
     ) taken on taken.record_no = s.record_no
     set s.target_id = s.volume_id
     where s.run_id = :run and s.record_no between :from and :to and ${NEW}`,
    { run: run.id, profile: run.profile, ...range },
  );
}

/** Cancellations, price revisions and rejected rows name only a record, at most with its ISBN. */
async function followWholeRows(database: Database, run: MergingRun): Promise<void> {
  await eachRange(database, run.id, (range) =>
    database.execute(
      `update ingest_stage s
       join ingest_stage whole on whole.run_id = s.run_id and whole.record_key = s.record_key
         and whole.action in ('UPSERT', 'HOLD') and whole.outcome = 'OPEN'
       set s.target_id = whole.target_id
       where s.run_id = :run and s.record_no between :from and :to
         and s.target_id is null and s.outcome = 'OPEN' and not ${WHOLE}`,
      { run: run.id, ...range },
    ),
  );
  await eachRange(database, run.id, (range) =>
    database.execute(
      `update ingest_stage s
       join (
         select t.record_no, min(b.id) as id, count(*) as books
         from ingest_stage t
         join book b on b.isbn = t.isbn
         where t.run_id = :run and t.record_no between :from and :to and t.target_id is null
           and t.outcome = 'OPEN' and t.action not in ('UPSERT', 'HOLD')
         group by t.record_no
       ) known on known.record_no = s.record_no
       set s.target_id = case when known.books = 1 then known.id end
       where s.run_id = :run and s.record_no between :from and :to`,
      { run: run.id, ...range },
    ),
  );
}

/**
 * Settles rows about a record whose book now belongs to another record: they no longer concern it.
 */
async function settleFormerRecords(database: Database, run: MergingRun): Promise<void> {
  await database.execute(
    `update ingest_stage s
     join book_former_record f on f.profile = :profile and f.record_key = s.record_key
     set s.outcome = 'UNCHANGED'
     where s.run_id = :run and s.target_id is null and s.outcome = 'OPEN'
       and s.action in ('CANCEL', 'PRICE')`,
    { run: run.id, profile: run.profile },
  );
}

/** The same within one file: a row of another record takes over the book. */
async function settleLeftRecords(database: Database, run: MergingRun): Promise<void> {
  await database.execute(
    `update ingest_stage s
     join ingest_stage next on next.run_id = s.run_id and next.target_id = s.target_id
       and next.action = 'UPSERT' and next.outcome = 'OPEN' and next.record_key <> s.record_key
     join book b on b.id = s.target_id and b.profile = :profile and b.record_key = s.record_key
     set s.outcome = 'UNCHANGED'
     where s.run_id = :run and s.outcome = 'OPEN' and s.action in ('CANCEL', 'PRICE')
       and not coalesce(b.source_updated_at > next.source_updated_at, false)`,
    { run: run.id, profile: run.profile },
  );
}

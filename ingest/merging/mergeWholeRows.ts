import type { Database } from '../../db/database.ts';
import { eachRange } from './eachRange.ts';
import type { MergingRun } from './run.ts';

/** What whole rows bring to a book, each column as it stands in the stage. */
const COLUMNS = [
  'isbn',
  'title',
  'subtitle',
  'title_reading',
  'volume',
  'edition',
  'contributors',
  'publisher',
  'seller',
  'label',
  'series',
  'price',
  'price_with_tax',
  'set_price',
  'tax_rate',
  'form',
  'pages',
  'description',
  'cover_url',
  'release_earliest',
  'release_latest',
  'release_precision',
  'release_text',
  'release_order',
  'content_hash',
];

const IS_STALE = 'coalesce(b.source_updated_at > s.source_updated_at, false)';
const IS_CANCELLED = "b.status = 'CANCELLED'";
const HAS_MOVED = `b.status in ('UPCOMING', 'UNCONFIRMED') and not ${IS_STALE}
  and not (b.release_earliest <=> s.release_earliest and b.release_latest <=> s.release_latest)`;
const DIFFERS = `b.content_hash <> s.content_hash
  or not (b.price <=> s.price) or not (b.price_with_tax <=> s.price_with_tax)
  or not (b.set_price <=> s.set_price) or not (b.tax_rate <=> s.tax_rate)
  or (b.profile = :profile and b.record_key <> s.record_key)`;

/** Brings every whole row into the book table and notes what it tells. */
export async function mergeWholeRows(database: Database, run: MergingRun): Promise<void> {
  await eachRange(run.records, async (range) => {
    await judge(database, run, range);
    await write(database, run, range);
    await noteTime(database, run, range);
  });
}

type Range = { from: number; to: number };

async function judge(database: Database, run: MergingRun, range: Range): Promise<void> {
  await database.execute(
    `update ingest_stage s
     left join book b on b.id = s.target_id
     set s.outcome = case
         when s.action = 'HOLD' then 'HELD'
         when b.id is null then 'CREATED'
         when ${IS_STALE} then 'UNCHANGED'
         when b.status in ('CANCELLED', 'UNCONFIRMED') or ${DIFFERS} then 'CHANGED'
         else 'UNCHANGED' end,
       s.event_kind = case
         when s.action = 'HOLD' then null
         when b.id is null then 'ANNOUNCED'
         when ${IS_STALE} then null
         when ${IS_CANCELLED} then 'REVIVED'
         when ${HAS_MOVED} then 'RESCHEDULED' end,
       s.release_change = case
         when s.action = 'UPSERT' and ${HAS_MOVED} then json_object(
           'from', ${release('b')}, 'to', ${release('s')}) end
     where s.run_id = :run and s.record_no between :from and :to
       and s.outcome is null and s.action in ('UPSERT', 'HOLD')`,
    { run: run.id, profile: run.profile, ...range },
  );
}

function release(alias: 'b' | 's'): string {
  return `json_object(
    'earliest', date_format(${alias}.release_earliest, '%Y-%m-%d'),
    'latest', date_format(${alias}.release_latest, '%Y-%m-%d'),
    'precision', ${alias}.release_precision, 'text', ${alias}.release_text)`;
}

/** A book that is on sale stays on sale; the feed that named a record first goes on naming it. */
async function write(database: Database, run: MergingRun, range: Range): Promise<void> {
  await database.execute(
    `insert into book (id, profile, record_key, ${COLUMNS.join(', ')}, status,
       source_updated_at, run_id, created_at, updated_at)
     select s.target_id, :profile, s.record_key, ${COLUMNS.map((name) => `s.${name}`).join(', ')},
       'UPCOMING', s.source_updated_at, s.run_id, :now, :now
     from ingest_stage s
     where s.run_id = :run and s.record_no between :from and :to
       and s.action = 'UPSERT' and s.outcome in ('CREATED', 'CHANGED')
     on duplicate key update
       record_key = case when book.profile = values(profile)
         then values(record_key) else book.record_key end,
       ${COLUMNS.map((name) => `${name} = values(${name})`).join(', ')},
       status = case when book.status = 'ON_SALE' then 'ON_SALE' else 'UPCOMING' end,
       source_updated_at = coalesce(values(source_updated_at), book.source_updated_at),
       run_id = values(run_id), updated_at = values(updated_at)`,
    { run: run.id, profile: run.profile, now: run.now, ...range },
  );
}

/** A row that brings nothing new still says until when the feed is known. */
async function noteTime(database: Database, run: MergingRun, range: Range): Promise<void> {
  await database.execute(
    `update book b
     join ingest_stage s on s.target_id = b.id
     set b.source_updated_at = s.source_updated_at
     where s.run_id = :run and s.record_no between :from and :to and s.action = 'UPSERT'
       and s.outcome = 'UNCHANGED' and s.source_updated_at > b.source_updated_at`,
    { run: run.id, ...range },
  );
}

import type { Database } from '../../../db/database.ts';
import { IS_UPCOMING } from '../../../db/sql/upcoming.ts';
import {
  BOOK_COLUMNS,
  type ContentField,
  contentOf,
  contentTable,
  DERIVED_COLUMNS,
} from '../stage/content.ts';
import { VERSION } from '../stage/version.ts';
import { eachRange, type Range } from './eachRange.ts';
import { noteTime } from './noteTime.ts';
import type { MergingRun } from './run.ts';

/** Columns of a whole row that are not part of the book's content. */
const OWN_COLUMNS = ['isbn', 'content_hash', 'volume_id'];
const COLUMNS = [...OWN_COLUMNS, ...BOOK_COLUMNS];

const KNOWN_AT_ONCE = 20_000;

const IS_STALE = 'coalesce(b.source_updated_at > s.source_updated_at, false)';
const IS_CANCELLED = "b.status = 'CANCELLED'";
const IS_ELSEWHERE = `not ${IS_STALE}
  and not (${isSame('release_earliest')} and ${isSame('release_latest')})`;
const HAS_MOVED = `${IS_UPCOMING} and ${IS_ELSEWHERE}`;
const SAME_CONTENT = `b.content_hash = s.content_hash
  and ${isSame('price')} and ${isSame('price_with_tax')}
  and ${isSame('set_price')} and ${isSame('tax_rate')}`;
const DIFFERS = `not (${SAME_CONTENT})
  or (b.profile = :profile and b.record_key <> s.record_key)`;

/** Merges every whole row into the book table and stores its event. */
export async function mergeWholeRows(database: Database, run: MergingRun): Promise<void> {
  await eachRange(database, run.id, async (range) => {
    await judge(database, run, range);
    await keepFormerRecords(database, run, range);
    await write(database, run, range);
    await noteTime(database, run, range, "s.action = 'UPSERT'");
    await renewDerived(database, run, range);
    await noteRow(database, run, range);
  });
  if (run.statedAt !== null) await noteTimesOfKnown(database, run, run.statedAt);
}

function isSame(field: ContentField): string {
  return `b.${field} <=> ${contentOf('s', field)}`;
}

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
         when s.action = 'HOLD' then 'NONE'
         when b.id is null then 'ANNOUNCED'
         when ${IS_STALE} then 'NONE'
         when ${IS_CANCELLED} then 'REVIVED'
         when ${HAS_MOVED} then 'RESCHEDULED'
         else 'NONE' end,
       s.release_change = case
         when s.action = 'UPSERT' and b.status <> 'ON_SALE' and ${IS_ELSEWHERE} then json_object(
           'from', ${RELEASE_BEFORE}, 'to', ${RELEASE_AFTER}) end
     where s.run_id = :run and s.record_no between :from and :to
       and s.outcome = 'OPEN' and s.action in ('UPSERT', 'HOLD')`,
    { run: run.id, profile: run.profile, ...range },
  );
}

const RELEASE_BEFORE = `json_object(
  'earliest', date_format(b.release_earliest, '%Y-%m-%d'),
  'latest', date_format(b.release_latest, '%Y-%m-%d'),
  'precision', b.release_precision, 'text', b.release_text)`;
const RELEASE_AFTER = `json_object(
  'earliest', ${contentOf('s', 'release_earliest')}, 'latest', ${contentOf('s', 'release_latest')},
  'precision', ${contentOf('s', 'release_precision')}, 'text', ${contentOf('s', 'release_text')})`;

async function keepFormerRecords(database: Database, run: MergingRun, range: Range): Promise<void> {
  await database.execute(
    `insert into book_former_record (profile, record_key, book_id)
     select b.profile, b.record_key, b.id
     from ingest_stage s
     join book b on b.id = s.target_id and b.profile = :profile and b.record_key <> s.record_key
     where s.run_id = :run and s.record_no between :from and :to
       and s.action = 'UPSERT' and s.outcome = 'CHANGED'
     on duplicate key update book_id = values(book_id)`,
    { run: run.id, profile: run.profile, ...range },
  );
}

/**
 * A book that is on sale stays on sale; its record key stays that of the feed that named it first.
 */
async function write(database: Database, run: MergingRun, range: Range): Promise<void> {
  await database.execute(
    `insert into book (id, profile, record_key, row_hash, ${COLUMNS.join(', ')}, status,
       source_updated_at, run_id, created_at, updated_at)
     select s.target_id, :profile, s.record_key, s.row_hash, ${COLUMNS.map(staged).join(', ')},
       'UPCOMING', s.source_updated_at, s.run_id, :now, :now
     from ingest_stage s, ${contentTable('s')} c
     where s.run_id = :run and s.record_no between :from and :to
       and s.action = 'UPSERT' and s.outcome in ('CREATED', 'CHANGED')
     on duplicate key update
       record_key = case when book.profile = values(profile)
         then values(record_key) else book.record_key end,
       row_hash = case when book.profile = values(profile) then values(row_hash) end,
       ${COLUMNS.map((name) => `${name} = values(${name})`).join(', ')},
       status = case when book.status = 'ON_SALE' then 'ON_SALE' else 'UPCOMING' end,
       source_updated_at = coalesce(values(source_updated_at), book.source_updated_at),
       run_id = values(run_id), updated_at = values(updated_at)`,
    { run: run.id, profile: run.profile, now: run.now, ...range },
  );
}

function staged(column: string): string {
  if (OWN_COLUMNS.includes(column)) return `s.${column}`;
  return column === 'contributors' || column === 'series' ? contentOf('s', column) : `c.${column}`;
}

/**
 * Updates the derived columns of books that are otherwise unchanged, because a column may be newer
 * than its book. Rows of a held run that an earlier version staged may lack it and change nothing.
 */
async function renewDerived(database: Database, run: MergingRun, range: Range): Promise<void> {
  const columns = DERIVED_COLUMNS.map((name) => `b.${name} = ${contentOf('s', name)}`);
  await database.execute(
    `update book b
     join ingest_stage s on s.target_id = b.id
     join ingest_run r on r.id = s.run_id and r.given_version = :version
     set ${columns.join(', ')}
     where s.run_id = :run and s.record_no between :from and :to
       and s.action = 'UPSERT' and s.outcome = 'UNCHANGED' and ${SAME_CONTENT}`,
    { run: run.id, version: VERSION, ...range },
  );
}

/**
 * Remembers a row that has the same content in other words or another encoding, so that it is
 * recognized from now on.
 */
async function noteRow(database: Database, run: MergingRun, range: Range): Promise<void> {
  await database.execute(
    `update book b
     join ingest_stage s on s.target_id = b.id
     set b.row_hash = s.row_hash, b.volume_id = s.volume_id
     where s.run_id = :run and s.record_no between :from and :to
       and s.action = 'UPSERT' and s.outcome = 'UNCHANGED' and s.row_hash is not null
       and not (b.row_hash <=> s.row_hash)
       and b.profile = :profile and b.record_key = s.record_key
       and b.status in ('UPCOMING', 'ON_SALE') and not ${IS_STALE} and ${SAME_CONTENT}`,
    { run: run.id, profile: run.profile, ...range },
  );
}

async function noteTimesOfKnown(
  database: Database,
  run: MergingRun,
  statedAt: string,
): Promise<void> {
  for (let from = 1; from <= run.records; from += KNOWN_AT_ONCE) {
    await database.execute(
      `update book b
       join ingest_known k on k.book_id = b.id
       set b.source_updated_at = :stated
       where k.run_id = :run and k.record_no between :from and :to
         and b.source_updated_at < :stated`,
      { run: run.id, stated: statedAt, from, to: from + KNOWN_AT_ONCE - 1 },
    );
  }
}

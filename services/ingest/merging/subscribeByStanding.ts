import type { Database } from '../../../db/database.ts';
import { covers, stillCovers } from '../../../db/sql/covers.ts';
import { hasNoReason } from '../../../db/sql/hasNoReason.ts';
import { isNotStopped } from '../../../db/sql/isNotStopped.ts';
import { IS_UPCOMING } from '../../../db/sql/upcoming.ts';
import { CATALOGUE_KINDS, type CatalogueKind } from '../../../domain/waiting/kinds.ts';
import { whoWaits } from '../linking/whoWaits.ts';
import { eachPart } from './eachPart.ts';
import { eachRange, type Range } from './eachRange.ts';
import type { MergingRun } from './run.ts';

/** Upcoming books that the rows created or changed. */
const BOOKS = `ingest_stage s
  straight_join book b on b.id = s.target_id and ${IS_UPCOMING}`;
const OF_RANGE = `s.run_id = :run and s.record_no between :from and :to
  and s.action = 'UPSERT' and s.outcome in ('CREATED', 'CHANGED')`;

/** The number of standing subscriptions that match each book. */
const WAIT = CATALOGUE_KINDS.map(
  (kind) => `select s.record_no, count(*) as members from ${BOOKS} ${whoWaits(kind, 'b.id')}
    where ${OF_RANGE} group by s.record_no`,
).join(' union all ');

/** The number of reasons for the books that a row has changed. */
const HAVE = `select s.record_no, count(*) as members from ${BOOKS}
  straight_join subscription_reason r force index (subscription_reason_book) on r.book_id = b.id
  where ${OF_RANGE} and s.outcome = 'CHANGED' group by s.record_no`;

/**
 * Subscribes members with matching standing subscriptions to the books of the run, records the
 * reasons, and removes reasons that changed rows have made invalid. A book that a member stopped
 * after they subscribed to its contributor or series stays stopped.
 *
 * The rows it reads stay locked until the merge commits: a standing subscription made meanwhile is
 * stored after it and then finds the books itself.
 */
export async function subscribeByStanding(database: Database, run: MergingRun): Promise<void> {
  const waiting = await database.query(
    'select 1 from standing_subscription limit 1 lock in share mode',
  );
  if (waiting.length === 0) return;
  const values = { run: run.id };
  await eachRange(database, run.id, async (range) => {
    await eachPart(database, { counts: HAVE, values, range }, async (part) => {
      let dropped = 0;
      for (const kind of CATALOGUE_KINDS) dropped += await dropReasons(database, run, kind, part);
      if (dropped > 0) await dropSubscriptions(database, run, part);
    });
    await eachPart(database, { counts: WAIT, values, range }, async (part) => {
      for (const kind of CATALOGUE_KINDS) await addReasons(database, run, kind, part);
      await addSubscriptions(database, run, part);
    });
  });
}

async function addReasons(
  database: Database,
  run: MergingRun,
  kind: CatalogueKind,
  range: Range,
): Promise<void> {
  await database.execute(
    `insert into subscription_reason (member_id, book_id, kind, target_id, created_at, run_id)
     select w.member_id, b.id, '${kind}', w.target_id, utc_timestamp(6), :run
     from ${BOOKS} ${whoWaits(kind, 'b.id')}
     where ${OF_RANGE} and w.ended_at is null and ${covers(kind)}
       and ${isNotStopped('b.id')}
     order by w.member_id, b.id
     on duplicate key update created_at = subscription_reason.created_at`,
    { run: run.id, ...range },
  );
}

/**
 * Reads only the index of reasons, in half the time of reading the rows. Writing in primary key
 * order is a quarter faster.
 */
async function addSubscriptions(database: Database, run: MergingRun, range: Range): Promise<void> {
  await database.execute(
    `insert into subscription (member_id, book_id, created_at, consent_source)
     select r.member_id, r.book_id, utc_timestamp(6), 'web'
     from ${BOOKS}
     straight_join subscription_reason r force index (subscription_reason_book)
       on r.book_id = b.id and r.kind <> 'BOOK'
     where ${OF_RANGE} and not exists (select 1 from subscription u
       where u.member_id = r.member_id and u.book_id = r.book_id)
     order by r.member_id, r.book_id
     on duplicate key update consent_source = subscription.consent_source`,
    { run: run.id, ...range },
  );
}

/** For books whose contributors or series a row has changed. */
async function dropReasons(
  database: Database,
  run: MergingRun,
  kind: CatalogueKind,
  range: Range,
): Promise<number> {
  return database.execute(
    `delete r from ${BOOKS}
     straight_join subscription_reason r force index (subscription_reason_book)
       on r.book_id = b.id and r.kind = '${kind}'
     straight_join standing_subscription w force index (primary)
       on w.member_id = r.member_id and w.kind = r.kind and w.target_id = r.target_id
     where ${OF_RANGE} and s.outcome = 'CHANGED' and not ${stillCovers(kind)}`,
    { run: run.id, ...range },
  );
}

async function dropSubscriptions(database: Database, run: MergingRun, range: Range): Promise<void> {
  await database.execute(
    `delete u from ${BOOKS}
     straight_join subscription u force index (subscription_book) on u.book_id = b.id
     where ${OF_RANGE} and s.outcome = 'CHANGED'
       and ${hasNoReason('u.member_id', 'u.book_id')}`,
    { run: run.id, ...range },
  );
}

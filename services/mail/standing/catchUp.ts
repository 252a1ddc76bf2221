import type { Database } from '../../../db/database.ts';
import { CATALOGUE } from '../../../db/sql/catalogue.ts';
import { covers, stillCovers } from '../../../db/sql/covers.ts';
import { hasNoReason } from '../../../db/sql/hasNoReason.ts';
import { isNotStopped } from '../../../db/sql/isNotStopped.ts';
import { IS_UPCOMING } from '../../../db/sql/upcoming.ts';
import { CATALOGUE_KINDS, type CatalogueKind } from '../../../domain/waiting/kinds.ts';

/**
 * The number of standing subscriptions per transaction; a popular author has 100 upcoming books.
 */
const PER_STEP = 500;
/** Limits one run, so that the mails of that minute need not wait long. */
const STEPS_PER_RUN = 20;

/**
 * A request that began or ended a standing subscription so recently may still be running and must
 * not fail on a lock of this one.
 */
const BEGINNING_SECONDS = 10;

// Reads without a lock: an index of pending rows would be locked as a whole.
const BEHIND = `
  select member_id, kind, target_id from standing_subscription force index (standing_subscription_behind)
  where caught_up_at is null and created_at < :begunBefore
    and (ended_at is null or ended_at < :begunBefore) limit ${PER_STEP}`;

/**
 * The rows of this step, as `m`, with their standing subscriptions `w`. They are in a derived table
 * because MySQL refuses `for update` beside a bare `json_table` (error 3569).
 */
const OURS = `(select given.member_id, given.kind, given.target_id
    from json_table(:ours, '$[*]' columns (
      member_id varchar(64) character set ascii path '$.member_id',
      kind varchar(12) character set ascii path '$.kind',
      target_id varchar(40) character set ascii path '$.target_id'
    )) as given) as m
  straight_join standing_subscription w force index (primary)
    on w.member_id = m.member_id collate ascii_bin and w.kind = m.kind collate ascii_bin
      and w.target_id = m.target_id collate ascii_bin`;

const STILL_BEHIND = `
  select w.member_id, w.kind, w.target_id from ${OURS} where w.caught_up_at is null for update`;

const addReasons = (kind: CatalogueKind) => `
  insert into subscription_reason (member_id, book_id, kind, target_id, created_at)
  select distinct w.member_id, l.book_id, w.kind, w.target_id, utc_timestamp(6)
  from ${OURS} and w.kind = '${kind}' and w.ended_at is null
  straight_join ${CATALOGUE[kind].table} a
  straight_join ${CATALOGUE[kind].links} l on ${covers(kind)}
  straight_join book b on b.id = l.book_id and ${IS_UPCOMING}
  where a.id = w.target_id and ${isNotStopped('l.book_id')}
  on duplicate key update created_at = subscription_reason.created_at`;

const ADD_SUBSCRIPTIONS = `
  insert into subscription (member_id, book_id, created_at, consent_source)
  select distinct r.member_id, r.book_id, r.created_at, w.consent_source
  from ${OURS} and w.ended_at is null
  straight_join subscription_reason r force index (primary)
    on r.member_id = w.member_id and r.kind = w.kind and r.target_id = w.target_id
  straight_join book b on b.id = r.book_id and ${IS_UPCOMING}
  on duplicate key update consent_source = subscription.consent_source`;

const dropReasons = (kind: CatalogueKind) => `
  delete r from ${OURS} and w.kind = '${kind}'
  straight_join subscription_reason r force index (primary)
    on r.member_id = w.member_id and r.kind = w.kind and r.target_id = w.target_id
  where w.ended_at is not null or not ${stillCovers(kind)}`;

const DROP_SUBSCRIPTIONS = `
  delete s from json_table(:members, '$[*]' columns (
    member_id varchar(64) character set ascii path '$'
  )) as m
  straight_join subscription s force index (primary) on s.member_id = m.member_id collate ascii_bin
  where ${hasNoReason('s.member_id', 's.book_id')}`;

const FORGET = `
  delete w from ${OURS} where w.ended_at is not null`;

const DONE = `
  update ${OURS} set w.caught_up_at = utc_timestamp(6)`;

/**
 * Brings the subscriptions to books in line with the standing subscriptions wherever that is
 * pending: operators have joined or separated names, or a request that began or ended one crashed
 * half-way. Each step is one transaction and idempotent. No member is told of books that were
 * announced before.
 *
 * @returns the number of standing subscriptions processed.
 */
export async function catchUp(database: Database, now: Date): Promise<number> {
  const begunBefore = new Date(now.getTime() - BEGINNING_SECONDS * 1000);
  for (let done = 0, step = 1; ; step += 1) {
    const found = await database.query<Standing>(BEHIND, { begunBefore });
    if (found.length > 0) done += await catchUpWith(database, found);
    if (found.length < PER_STEP || step === STEPS_PER_RUN) return done;
  }
}

type Standing = { member_id: string; kind: string; target_id: string };

function catchUpWith(database: Database, found: Standing[]): Promise<number> {
  return database.transaction(async (transaction) => {
    const behind = await transaction.query<Standing>(STILL_BEHIND, { ours: JSON.stringify(found) });
    if (behind.length === 0) return 0;
    const ours = JSON.stringify(behind);
    const members = JSON.stringify([...new Set(behind.map((one) => one.member_id))]);
    for (const kind of CATALOGUE_KINDS) await transaction.execute(addReasons(kind), { ours });
    await transaction.execute(ADD_SUBSCRIPTIONS, { ours });
    for (const kind of CATALOGUE_KINDS) await transaction.execute(dropReasons(kind), { ours });
    await transaction.execute(DROP_SUBSCRIPTIONS, { members });
    await transaction.execute(FORGET, { ours });
    await transaction.execute(DONE, { ours });
    return behind.length;
  });
}

import type { Database } from '../../../db/database.ts';
import { CATALOGUE } from '../../../db/sql/catalogue.ts';
import { covers } from '../../../db/sql/covers.ts';
import { isNotStopped } from '../../../db/sql/isNotStopped.ts';
import type { CatalogueKind } from '../../../domain/waiting/kinds.ts';
import type { StandingTarget } from '../links/linkToken.ts';
import { holdFanOut } from '../outbox/holdFanOut.ts';
import { VISIBLE_AT } from '../outbox/isOfConcern.ts';
import { findJoined } from './findJoined.ts';
import { findStopped, isStanding } from './stopStanding.ts';
import { tellMissedOfBooks } from './tellMissed.ts';

/** What a link ended at `:stoppedAt`. */
const STOPPED = `t.member_id = :memberId and t.kind = :kind and t.stopped_at = :stoppedAt
    and json_contains(:targets, json_quote(t.target_id))`;

const BRING_BACK = `
  insert into standing_subscription
    (member_id, kind, target_id, roles, created_at, consent_source, caught_up_at)
  select t.member_id, t.kind, t.target_id, t.roles, t.created_at, t.consent_source, :now
  from stopped_standing t where ${STOPPED}
  on duplicate key update ended_at = null`;

const RECORD = `
  insert into standing_consent (member_id, kind, target_id, given_at, source, wording)
  select t.member_id, t.kind, t.target_id, :now, 'mail', :wording
  from stopped_standing t where ${STOPPED}
  on duplicate key update wording = standing_consent.wording`;

// A book that the member has stopped separately since stays stopped.
const BRING_BACK_REASONS = `
  insert into subscription_reason (member_id, book_id, kind, target_id, created_at, run_id)
  select t.member_id, t.book_id, t.kind, t.target_id, t.created_at, t.run_id
  from stopped_reason t where ${STOPPED}
    and not exists (select 1 from consent c where c.member_id = t.member_id
      and c.book_id = t.book_id and c.withdrawn_at > t.stopped_at)
  on duplicate key update created_at = subscription_reason.created_at`;

// The books announced since, for which no merge looked for this member. An announcement becomes
// visible when its merge ends, and the merge may have begun before the stop.
const addAnnounced = (kind: CatalogueKind) => `
  insert into subscription_reason (member_id, book_id, kind, target_id, created_at, run_id)
  select w.member_id, e.book_id, w.kind, w.target_id, min(e.occurred_at), min(e.run_id)
  from standing_subscription w
  join ${CATALOGUE[kind].table} a on a.id = w.target_id
  join ${CATALOGUE[kind].links} l on ${covers(kind)}
  join book_event e on e.book_id = l.book_id and e.kind = 'ANNOUNCED'
  left join ingest_run r on r.id = e.run_id
  where w.member_id = :memberId and w.kind = :kind
    and json_contains(:targets, json_quote(w.target_id))
    and ${VISIBLE_AT} >= :stoppedAt
    and ${isNotStopped('e.book_id')}
  group by w.member_id, e.book_id, w.kind, w.target_id
  on duplicate key update created_at = subscription_reason.created_at`;

const SUBSCRIBE = `
  insert into subscription (member_id, book_id, created_at, consent_source)
  select y.member_id, y.book_id, coalesce(min(t.subscribed_at), min(y.created_at)), 'mail'
  from subscription_reason y
  left join stopped_reason t on t.member_id = y.member_id and t.book_id = y.book_id
    and t.kind = y.kind and t.target_id = y.target_id and t.stopped_at = :stoppedAt
  where y.member_id = :memberId and y.kind = :kind
    and json_contains(:targets, json_quote(y.target_id))
  group by y.member_id, y.book_id
  on duplicate key update consent_source = subscription.consent_source`;

/**
 * Restores a standing subscription that a link ended within the last day: the same roles, the same
 * books with the same reasons, and the books that were announced since. What happened to them is
 * mailed. `wording` is the button's label; a new consent records it. A standing subscription that
 * ended in another way, or longer ago, stays ended.
 *
 * @returns whether the member has the standing subscription now.
 */
export function undoStopStanding(
  database: Database,
  target: StandingTarget,
  wording: string,
  now: Date,
): Promise<boolean> {
  return database.transaction(async (transaction) => {
    const passed = await holdFanOut(transaction);
    const { memberId, kind } = target;
    const of = { memberId, kind, targets: await findJoined(transaction, target) };
    const stoppedAt = await findStopped(transaction, of, now);
    if (stoppedAt === null) return isStanding(transaction, of);
    const stopped = { ...of, stoppedAt };
    await transaction.execute(BRING_BACK, { ...stopped, now });
    await transaction.execute(RECORD, { ...stopped, now, wording });
    await transaction.execute(BRING_BACK_REASONS, stopped);
    await transaction.execute(addAnnounced(kind), stopped);
    await transaction.execute(SUBSCRIBE, stopped);
    const books = await transaction.query<{ book_id: string }>(
      `select distinct book_id from subscription_reason
       where member_id = :memberId and kind = :kind
         and json_contains(:targets, json_quote(target_id))`,
      of,
    );
    const ids = books.map((row) => row.book_id);
    await tellMissedOfBooks(transaction, memberId, ids, { stoppedAt, passed }, now);
    return true;
  });
}

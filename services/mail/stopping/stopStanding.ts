import type { Database } from '../../../db/database.ts';
import { hasNoReason } from '../../../db/sql/hasNoReason.ts';
import type { StandingTarget } from '../links/linkToken.ts';
import { findJoined } from './findJoined.ts';
import { keepReasons } from './keepReasons.ts';
import { undoableSince } from './undoableSince.ts';

/** True if a row of the member is about one of `:targets`. */
const IS_TARGET = `json_contains(:targets, json_quote(target_id))`;

const KEEP = `
  insert into stopped_standing
    (member_id, kind, target_id, roles, created_at, consent_source, stopped_at)
  select a.member_id, a.kind, a.target_id, a.roles, a.created_at, a.consent_source, :now
  from standing_subscription a
  where a.member_id = :memberId and a.kind = :kind and a.ended_at is null and ${IS_TARGET}
  on duplicate key update roles = values(roles), created_at = values(created_at),
    consent_source = values(consent_source), stopped_at = values(stopped_at)`;

const KEEP_REASONS = keepReasons(`r.kind = :kind and ${IS_TARGET}`);

const WITHDRAW = `
  update standing_consent set withdrawn_at = :now, withdrawn_by = 'mail'
  where member_id = :memberId and kind = :kind and withdrawn_at is null and ${IS_TARGET}`;

const END_BOOKS = `
  delete from subscription
  where member_id = :memberId
    and book_id in (select t.book_id from stopped_reason t
      where t.member_id = :memberId and t.kind = :kind and t.stopped_at = :now)
    and ${hasNoReason('subscription.member_id', 'subscription.book_id')}`;

/**
 * Ends a standing subscription and marks its consent as withdrawn. Also removes the subscriptions
 * to books that have no other reason. Idempotent.
 *
 * @returns whether `undoStopStanding` would restore it.
 */
export function stopStanding(
  database: Database,
  target: StandingTarget,
  now: Date,
): Promise<boolean> {
  return database.transaction(async (transaction) => {
    const { memberId, kind } = target;
    const of = { memberId, kind, targets: await findJoined(transaction, target) };
    await transaction.execute(KEEP, { ...of, now });
    await transaction.execute(KEEP_REASONS, { ...of, now });
    await transaction.execute(WITHDRAW, { ...of, now });
    for (const table of ['standing_subscription', 'subscription_reason'] as const) {
      await transaction.execute(
        `delete from ${table} where member_id = :memberId and kind = :kind and ${IS_TARGET}`,
        of,
      );
    }
    await transaction.execute(END_BOOKS, { memberId, kind, now });
    return (await findStopped(transaction, of, now)) !== null;
  });
}

/**
 * Returns when a link ended it, if a link may still undo that; null if not, or if the member has
 * subscribed again since.
 */
export async function findStopped(
  transaction: Database,
  of: { memberId: string; kind: string; targets: string },
  now: Date,
): Promise<string | null> {
  const [latest] = await transaction.query<{ stopped_at: string }>(
    `select stopped_at from stopped_standing
     where member_id = :memberId and kind = :kind and ${IS_TARGET} and stopped_at > :since
       and not exists (select 1 from standing_consent k where k.member_id = :memberId
         and k.kind = :kind and json_contains(:targets, json_quote(k.target_id))
         and k.given_at > stopped_standing.stopped_at)
     order by stopped_at desc limit 1 for update`,
    { ...of, since: undoableSince(now) },
  );
  return latest?.stopped_at ?? null;
}

/** Whether the member has this standing subscription. */
export async function isStanding(
  transaction: Database,
  of: { memberId: string; kind: string; targets: string },
): Promise<boolean> {
  const found = await transaction.query(
    `select 1 from standing_subscription
     where member_id = :memberId and kind = :kind and ended_at is null and ${IS_TARGET} limit 1`,
    of,
  );
  return found.length > 0;
}

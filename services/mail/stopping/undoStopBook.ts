import type { Database } from '../../../db/database.ts';
import { holdFanOut } from '../outbox/holdFanOut.ts';
import { findUndoableOfBook } from './findUndoableOfBook.ts';
import { type BookOfMember, tellMissedOfBooks } from './tellMissed.ts';

// What the stop removed; a contributor or a series that the member has stopped since is no longer a
// reason.
const STOPPED = `stopped_reason t
  where t.member_id = :memberId and t.book_id = :bookId and t.stopped_at = :stoppedAt
    and (t.kind = 'BOOK' or exists (select 1 from standing_subscription a
      where a.member_id = t.member_id and a.kind = t.kind and a.target_id = t.target_id
        and a.ended_at is null))`;

const BRING_BACK = `
  insert into subscription_reason (member_id, book_id, kind, target_id, created_at, run_id)
  select t.member_id, t.book_id, t.kind, t.target_id, coalesce(:since, t.created_at), t.run_id
  from ${STOPPED}
  on duplicate key update created_at = subscription_reason.created_at`;

const SUBSCRIBE = `
  insert into subscription (member_id, book_id, created_at, consent_source)
  values (:memberId, :bookId,
    coalesce((select min(t.subscribed_at) from ${STOPPED}), :givenAt), 'mail')
  on duplicate key update consent_source = subscription.consent_source`;

const CONSENT = `
  insert into consent (member_id, book_id, given_at, source, wording, withdrawn_at, withdrawn_by)
  values (:memberId, :bookId, :now, 'mail', :wording, null, null)
  on duplicate key update wording = consent.wording`;

const ASK = `
  insert into subscription_reason (member_id, book_id, kind, target_id, created_at)
  values (:memberId, :bookId, 'BOOK', :bookId, :givenAt)
  on duplicate key update created_at = subscription_reason.created_at`;

// The member never asked for the book itself: deletes the record that kept it away.
const LET_COME = `
  delete from consent where member_id = :memberId and book_id = :bookId and given_at = :givenAt`;

/**
 * Restores a subscription that a link removed within the last day, with its reasons: what happened
 * to the book since is mailed, whether the fan-out has passed it or not. `wording` is the button's
 * label; a new consent to the book records it if the member had asked for the book itself or no
 * other reason remains. A subscription that was removed in another way, or longer ago, stays
 * removed.
 *
 * @returns whether the member is subscribed now.
 */
export function undoStopBook(
  database: Database,
  of: BookOfMember,
  wording: string,
  now: Date,
): Promise<boolean> {
  return database.transaction(async (transaction) => {
    const passed = await holdFanOut(transaction);
    const undoable = await findUndoableOfBook(transaction, of, now);
    if (undoable === null) return isSubscribed(transaction, of);
    const { givenAt, stoppedAt } = undoable;
    const stopped = { ...of, stoppedAt };
    const reasons = await transaction.query<{ kind: string; subscribed_at: string }>(
      `select t.kind, t.subscribed_at from ${STOPPED}`,
      stopped,
    );
    // The member's own consent differs from the record that a stop leaves of a book they never
    // asked for: the latter has the subscription's date. A consent may have no reason yet if the
    // request that recorded it crashed.
    const isAsked =
      reasons.length === 0 ||
      reasons.some(({ kind, subscribed_at: at }) => kind === 'BOOK' || at !== givenAt);
    if (isAsked) await transaction.execute(CONSENT, { ...of, now, wording });
    else await transaction.execute(LET_COME, { ...of, givenAt });
    await transaction.execute(SUBSCRIBE, { ...stopped, givenAt });
    // Reasons from before the consent was withdrawn are not valid beside it.
    await transaction.execute(BRING_BACK, { ...stopped, since: isAsked ? now : null });
    if (isAsked) await transaction.execute(ASK, { ...of, givenAt });
    const { memberId, bookId } = of;
    await tellMissedOfBooks(transaction, memberId, [bookId], { stoppedAt, passed }, now);
    return true;
  });
}

async function isSubscribed(transaction: Database, of: BookOfMember): Promise<boolean> {
  const found = await transaction.query(
    'select 1 from subscription where member_id = :memberId and book_id = :bookId',
    { ...of },
  );
  return found.length > 0;
}

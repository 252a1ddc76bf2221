import type { Database } from '../../../db/database.ts';
import { findUndoableOfBook } from './findUndoableOfBook.ts';
import type { BookOfMember } from './tellMissed.ts';

const KEEP = `
  insert into stopped_reason
    (member_id, book_id, kind, target_id, created_at, run_id, subscribed_at, stopped_at)
  select r.member_id, r.book_id, r.kind, r.target_id, r.created_at, r.run_id, s.created_at, :now
  from subscription_reason r
  join subscription s on s.member_id = r.member_id and s.book_id = r.book_id
  where r.member_id = :memberId and r.book_id = :bookId
  on duplicate key update created_at = values(created_at), run_id = values(run_id),
    subscribed_at = values(subscribed_at), stopped_at = values(stopped_at)`;

const CONSENT = `
  select 1 from consent where member_id = :memberId and book_id = :bookId and stands = 1`;

const WITHDRAW = `
  update consent set withdrawn_at = :now, withdrawn_by = 'mail'
  where member_id = :memberId and book_id = :bookId and withdrawn_at is null`;

// Who has the book for its contributor or its series alone never agreed to the book itself: their consent
// to that gets a record for this book, which is withdrawn. By it the book does not come back.
const MARK = `
  insert into consent (member_id, book_id, given_at, source, wording, withdrawn_at, withdrawn_by)
  select s.member_id, s.book_id, s.created_at, s.consent_source, max(k.wording), :now, 'mail'
  from subscription s
  join subscription_reason r on r.member_id = s.member_id and r.book_id = s.book_id
  join standing_consent k on k.member_id = r.member_id and k.kind = r.kind
    and k.target_id = r.target_id and k.withdrawn_at is null
  where s.member_id = :memberId and s.book_id = :bookId
    and not exists (select 1 from subscription_reason o where o.member_id = s.member_id
      and o.book_id = s.book_id and o.kind = 'BOOK')
  group by s.member_id, s.book_id, s.created_at, s.consent_source
  on duplicate key update withdrawn_at = consent.withdrawn_at`;

/**
 * Takes a subscription back with all its reasons, as far as there is one, and marks its consent as
 * withdrawn: so it does not come back for its contributors or its series either. A second time changes
 * nothing.
 *
 * @returns whether `undoStopBook` would bring it back.
 */
export function stopBook(database: Database, of: BookOfMember, now: Date): Promise<boolean> {
  return database.transaction(async (transaction) => {
    const at = { ...of, now };
    await transaction.execute(KEEP, at);
    // Looked for first, without a lock: a withdrawal of none locks the gap in which neighbours write theirs.
    const [own] = await transaction.query(CONSENT, { ...of });
    await transaction.execute(own === undefined ? MARK : WITHDRAW, at);
    for (const table of ['subscription_reason', 'subscription'] as const) {
      await transaction.execute(
        `delete from ${table} where member_id = :memberId and book_id = :bookId`,
        { ...of },
      );
    }
    return (await findUndoableOfBook(transaction, of, now)) !== null;
  });
}

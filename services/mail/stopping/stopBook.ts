import type { Database } from '../../../db/database.ts';
import { keepAway } from '../../../db/sql/keepAway.ts';
import { findUndoableOfBook } from './findUndoableOfBook.ts';
import { keepReasons } from './keepReasons.ts';
import type { BookOfMember } from './tellMissed.ts';

const KEEP = keepReasons('r.book_id = :bookId');

const CONSENT = `
  select 1 from consent where member_id = :memberId and book_id = :bookId and stands = 1`;

const WITHDRAW = `
  update consent set withdrawn_at = :now, withdrawn_by = 'mail'
  where member_id = :memberId and book_id = :bookId and withdrawn_at is null`;

const MARK = keepAway({ memberId: ':memberId', bookId: ':bookId', at: ':now', by: "'mail'" });

/**
 * Removes a subscription, if there is one, with all its reasons, and marks its consent as
 * withdrawn, so that it does not return because of the contributors or the series either.
 * Idempotent.
 *
 * @returns whether `undoStopBook` would restore it.
 */
export function stopBook(database: Database, of: BookOfMember, now: Date): Promise<boolean> {
  return database.transaction(async (transaction) => {
    const at = { ...of, now };
    await transaction.execute(KEEP, at);
    // Looks for it first, without a lock: an update that finds no row locks the gap into which
    // neighbours insert.
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

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

import type { Database } from '../../../db/database.ts';
import type { BookOfMember } from './tellMissed.ts';
import { undoableSince } from './undoableSince.ts';

const LATEST = `
  select c.given_at, c.withdrawn_at, c.withdrawn_at is not null and c.withdrawn_by = 'mail'
    and c.withdrawn_at > :since as is_undoable
  from consent c where c.member_id = :memberId and c.book_id = :bookId
  order by c.withdrawn_at is null desc, c.withdrawn_at desc, c.given_at desc limit 1 for update`;

/**
 * Returns when the consent that an undo would renew was given and withdrawn; null if there is none.
 */
export async function findUndoableOfBook(
  transaction: Database,
  of: BookOfMember,
  now: Date,
): Promise<{ givenAt: string; stoppedAt: string } | null> {
  const [latest] = await transaction.query<{
    given_at: string;
    withdrawn_at: string;
    is_undoable: number | boolean;
  }>(LATEST, { ...of, since: undoableSince(now) });
  if (latest === undefined || Number(latest.is_undoable) !== 1) return null;
  return { givenAt: latest.given_at, stoppedAt: latest.withdrawn_at };
}

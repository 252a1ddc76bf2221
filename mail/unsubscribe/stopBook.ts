import type { Database } from '../../db/database.ts';
import { type BookOfMember, holdFanOut, tellMissedOfBook } from './tellMissed.ts';
import { undoableSince } from './undoableSince.ts';

const LATEST = `
  select c.given_at, c.withdrawn_at, c.withdrawn_at is not null and c.withdrawn_by = 'mail'
    and c.withdrawn_at > :since as is_undoable
  from consent c where c.member_id = :memberId and c.book_id = :bookId
  order by c.given_at desc limit 1`;

/**
 * Takes a subscription back, as far as there is one, and marks its consent as withdrawn. A second
 * time changes nothing.
 *
 * @returns whether `undoStopBook` would bring it back.
 */
export function stopBook(database: Database, of: BookOfMember, now: Date): Promise<boolean> {
  return database.transaction(async (transaction) => {
    await transaction.execute(
      'delete from subscription where member_id = :memberId and book_id = :bookId',
      { ...of },
    );
    await transaction.execute(
      `update consent set withdrawn_at = :now, withdrawn_by = 'mail'
       where member_id = :memberId and book_id = :bookId and withdrawn_at is null`,
      { ...of, now },
    );
    return (await findUndoable(transaction, of, now)) !== null;
  });
}

/**
 * Brings back a subscription that a link of a mail has taken away within the last day, as it was:
 * what happened to the book since is told, whether the fan-out has passed it or not. `wording` is what the member pressed; a new consent
 * records it. What was taken away otherwise, or longer ago, stays away.
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
    const undoable = await findUndoable(transaction, of, now);
    if (undoable === null) return isSubscribed(transaction, of);
    const { givenAt, stoppedAt } = undoable;
    await transaction.execute(
      `insert into consent
         (member_id, book_id, given_at, source, wording, withdrawn_at, withdrawn_by)
       values (:memberId, :bookId, :now, 'mail', :wording, null, null)`,
      { ...of, now, wording },
    );
    await transaction.execute(
      `insert into subscription (member_id, book_id, created_at, consent_source)
       values (:memberId, :bookId, :givenAt, 'mail')
       on duplicate key update consent_source = subscription.consent_source`,
      { ...of, givenAt },
    );
    await tellMissedOfBook(transaction, of, { stoppedAt, passed }, now);
    return true;
  });
}

/** When the consent was given, and withdrawn, that an undo would renew; null when there is none. */
async function findUndoable(
  transaction: Database,
  of: BookOfMember,
  now: Date,
): Promise<{ givenAt: string; stoppedAt: string } | null> {
  const [latest] = await transaction.query<{
    given_at: string;
    withdrawn_at: string;
    is_undoable: number | boolean;
  }>(`${LATEST} for update`, { ...of, since: undoableSince(now) });
  if (latest === undefined || Number(latest.is_undoable) !== 1) return null;
  return { givenAt: latest.given_at, stoppedAt: latest.withdrawn_at };
}

async function isSubscribed(transaction: Database, of: BookOfMember): Promise<boolean> {
  const found = await transaction.query(
    'select 1 from subscription where member_id = :memberId and book_id = :bookId',
    { ...of },
  );
  return found.length > 0;
}

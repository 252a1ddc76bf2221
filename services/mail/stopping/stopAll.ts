import type { Database } from '../../../db/database.ts';
import { tellMissed } from './tellMissed.ts';
import { undoableSince } from './undoableSince.ts';

/**
 * Stops all mail to the member; subscriptions stay as they are. Idempotent.
 *
 * @returns whether `undoStopAll` would resume mails.
 */
export function stopAll(database: Database, memberId: string, now: Date): Promise<boolean> {
  return database.transaction(async (transaction) => {
    await transaction.execute(
      `insert into member_setting
         (member_id, language, mail_stopped_at, mail_stopped_by, updated_at)
       values (:memberId, null, :now, 'mail', :now)
       on duplicate key update
         mail_stopped_by = if(mail_stopped_at is null, 'mail', mail_stopped_by),
         updated_at = if(mail_stopped_at is null, :now, updated_at),
         mail_stopped_at = coalesce(mail_stopped_at, :now)`,
      { memberId, now },
    );
    await transaction.execute(
      `insert into mail_stop (member_id, stopped_at, stopped_by)
       select m.member_id, m.mail_stopped_at, m.mail_stopped_by from member_setting m
       where m.member_id = :memberId
       on duplicate key update mail_stop.stopped_by = mail_stop.stopped_by`,
      { memberId },
    );
    return (await findUndoable(transaction, memberId, now)) !== null;
  });
}

/**
 * Resumes mails that a link stopped within the last day, and reopens the notes that were skipped
 * meanwhile. Mails that were stopped in another way, or longer ago, stay stopped.
 *
 * @returns whether mails may be sent now.
 */
export function undoStopAll(database: Database, memberId: string, now: Date): Promise<boolean> {
  return database.transaction(async (transaction) => {
    const stoppedAt = await findUndoable(transaction, memberId, now);
    if (stoppedAt !== null) {
      await transaction.execute(
        `update mail_stop set resumed_at = :now, resumed_by = 'mail'
         where member_id = :memberId and resumed_at is null`,
        { memberId, now },
      );
      await transaction.execute(
        `update member_setting
         set mail_stopped_at = null, mail_stopped_by = null, updated_at = :now
         where member_id = :memberId`,
        { memberId, now },
      );
      await tellMissed(transaction, memberId, stoppedAt);
    }
    const stopped = await transaction.query(
      `select 1 from member_setting where member_id = :memberId and mail_stopped_at is not null`,
      { memberId },
    );
    return stopped.length === 0;
  });
}

/** Returns when a link stopped all mails, if a link may still undo it. */
async function findUndoable(
  transaction: Database,
  memberId: string,
  now: Date,
): Promise<string | null> {
  const [found] = await transaction.query<{ mail_stopped_at: string }>(
    `select mail_stopped_at from member_setting where member_id = :memberId
       and mail_stopped_by = 'mail' and mail_stopped_at > :since for update`,
    { memberId, since: undoableSince(now) },
  );
  return found?.mail_stopped_at ?? null;
}

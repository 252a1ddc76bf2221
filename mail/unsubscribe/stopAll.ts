import type { Database } from '../../db/database.ts';
import { undoableSince } from './undoableSince.ts';

/**
 * Stops every mail to the member; subscriptions stay as they are. A second time changes nothing.
 *
 * @returns whether `undoStopAll` would let mails come again.
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
    const found = await transaction.query(
      `select 1 from member_setting where member_id = :memberId
         and mail_stopped_by = 'mail' and mail_stopped_at > :since`,
      { memberId, since: undoableSince(now) },
    );
    return found.length > 0;
  });
}

/**
 * Lets mails come again that a link of a mail has stopped within the last day. What was stopped
 * otherwise, or longer ago, stays stopped.
 *
 * @returns whether mails may come now.
 */
export function undoStopAll(database: Database, memberId: string, now: Date): Promise<boolean> {
  return database.transaction(async (transaction) => {
    await transaction.execute(
      `update member_setting
       set mail_stopped_at = null, mail_stopped_by = null, updated_at = :now
       where member_id = :memberId and mail_stopped_by = 'mail' and mail_stopped_at > :since`,
      { memberId, now, since: undoableSince(now) },
    );
    const stopped = await transaction.query(
      `select 1 from member_setting where member_id = :memberId and mail_stopped_at is not null`,
      { memberId },
    );
    return stopped.length === 0;
  });
}

import { createHash } from 'node:crypto';
import type { Database } from '../db/database.ts';
import type { ClaimedMail } from './claimMails.ts';

/** Whether a mail may go out at this moment. */
export interface Standing {
  /** False when the lease has ended, or ends before SES could have answered. */
  isOurs: boolean;
  /** Whether the address bounced or complained. */
  isSuppressed: boolean;
  /** The notes whose subscription still stands. */
  wanted: number[];
}

// SES is given 10 s to answer; the lease must outlast that, and the settling after it.
const MARGIN_MS = 60_000;

const STANDING = `
  select o.event_seq, s.member_id is not null as is_wanted,
    (select count(*) from suppression where email_hash = :hash) as suppressions
  from mail_outbox o
  join book_event e on e.seq = o.event_seq
  left join subscription s on s.member_id = o.member_id and s.book_id = e.book_id
  where o.mail_key = :key and o.lease_token = :token and o.state = 'SENDING'
    and o.lease_until > :margin`;

/**
 * Reads consent, suppression and lease in one statement, the last one before a mail is handed to
 * SES: a member who took a subscription back before this hears nothing of it.
 */
export async function readStanding(
  database: Database,
  mail: ClaimedMail,
  email: string,
  now: Date,
): Promise<Standing> {
  const rows = await database.query<{
    event_seq: number;
    is_wanted: number | boolean;
    suppressions: number;
  }>(STANDING, {
    key: mail.mailKey,
    token: mail.token,
    hash: createHash('sha256').update(email.toLowerCase()).digest('hex'),
    margin: new Date(now.getTime() + MARGIN_MS),
  });
  return {
    isOurs: rows.length > 0,
    isSuppressed: rows.some((row) => row.suppressions > 0),
    wanted: rows.filter((row) => Number(row.is_wanted) === 1).map((row) => row.event_seq),
  };
}

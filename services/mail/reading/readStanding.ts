import type { Database } from '../../../db/database.ts';
import type { Language } from '../../../domain/language/language.ts';
import { hashAddress } from '../hashAddress.ts';
import { HOLDS, JOIN_STANDING } from './standingReason.ts';

/** Whether a mail may be sent at this moment. */
export interface Standing {
  /** False if the lease has ended, or would end before SES could answer. */
  isOurs: boolean;
  /** Whether the address bounced or complained. */
  isSuppressed: boolean;
  /** Whether the member has stopped all mail. */
  isStopped: boolean;
  language: Language;
  /** The unsent notes whose subscription and consent are still valid. */
  wanted: number[];
  /** The unsent notes whose subscription was withdrawn. */
  unwanted: number[];
}

// SES has 10 s to answer; the lease must cover that and the settling after it.
const MARGIN_MS = 60_000;

// The member asked for the book itself, or follows one of its contributors or its series and has
// not stopped this book since.
const ASKED = `exists (select 1 from consent c where c.member_id = s.member_id
      and c.book_id = s.book_id and c.withdrawn_at is null)`;
const AWAITED = `exists (select 1 from subscription_reason r ${JOIN_STANDING}
      where r.member_id = s.member_id and r.book_id = s.book_id and ${HOLDS})`;

const STANDING = `
  select o.event_seq,
    s.member_id is not null
      and (e.kind <> 'ANNOUNCED' and ${ASKED} or ${AWAITED}) as is_wanted,
    (select count(*) from suppression where email_hash = :hash) as suppressions,
    m.mail_stopped_at is not null as is_stopped, m.language
  from mail_outbox o
  join book_event e on e.seq = o.event_seq
  left join subscription s on s.member_id = o.member_id and s.book_id = e.book_id
  left join member_setting m on m.member_id = o.member_id
  where o.mail_key = :key and o.lease_token = :token and o.state = 'SENDING'
    and o.lease_until > :margin`;

/**
 * Reads consent, suppression, the member's settings and the lease in one statement, the last one
 * before a mail is handed to SES: anything that a member withdrew or stopped before this is not
 * sent.
 */
export async function readStanding(
  database: Database,
  mail: { mailKey: string; token: string },
  email: string,
  now: Date,
): Promise<Standing> {
  const rows = await database.query<{
    event_seq: number;
    is_wanted: number | boolean;
    suppressions: number;
    is_stopped: number | boolean;
    language: Language | null;
  }>(STANDING, {
    key: mail.mailKey,
    token: mail.token,
    hash: hashAddress(email),
    margin: new Date(now.getTime() + MARGIN_MS),
  });
  const seqs = (isWanted: 0 | 1) =>
    rows.filter((row) => Number(row.is_wanted) === isWanted).map((row) => row.event_seq);
  return {
    isOurs: rows.length > 0,
    isSuppressed: rows.some((row) => row.suppressions > 0),
    isStopped: rows.some((row) => Number(row.is_stopped) === 1),
    language: rows[0]?.language ?? 'ja',
    wanted: seqs(1),
    unwanted: seqs(0),
  };
}

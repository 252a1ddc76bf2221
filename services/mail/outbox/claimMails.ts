import { bindList } from '../../../db/bindList.ts';
import type { Database } from '../../../db/database.ts';
import type { MailKind } from '../news/mailKinds.ts';
import type { MailNote } from '../news/mailNote.ts';
import { type ReleaseChange, readReleaseChange } from '../reading/releaseChange.ts';
import { DUE } from './due.ts';

/** A mail that only this sender may send until its lease ends. */
export interface ClaimedMail {
  memberId: string;
  /** Stays the same through all attempts. Letters, digits and hyphens. */
  mailKey: string;
  token: string;
  /** Its notes, in the order of the log. */
  notes: MailNote[];
  /** Why no sender can write it; null for a valid mail. */
  flaw: string | null;
}

export interface ClaimPorts {
  database: Database;
  clock: () => Date;
  ids: () => string;
}

const MAILS_PER_CLAIM = 50;
// Further notes go into the member's next mail.
const NOTES_PER_MAIL = 100;
// A note takes at most 2.3 KB in an answer (two date texts of 200 characters each): 0.9 of the Data
// API's 1 MiB in total.
const NOTES_PER_CLAIM = 400;
// Longer than any observed delay of SES's Send events; no limit is documented.
const LEASE_MS = 15 * 60_000;

const NOTES_OF = `
  select member_id, mail_key, is_new, event_seq
  from (
    select m.member_id, m.mail_key, m.is_new, mail_outbox.event_seq,
      row_number() over (partition by m.mail_key order by mail_outbox.event_seq) as place
    from json_table(:mails, '$[*]' columns (
      member_id varchar(64) character set ascii path '$.memberId',
      mail_key varchar(64) character set ascii path '$.mailKey',
      is_new int path '$.isNew'
    )) as m
    straight_join mail_outbox force index (primary)
      on mail_outbox.member_id = m.member_id collate ascii_bin
    where ${DUE}
      and ((m.is_new = 1 and mail_outbox.mail_key is null)
        or (m.is_new = 0 and mail_outbox.mail_key = m.mail_key collate ascii_bin))
  ) as waiting
  where is_new = 0 or place <= ${NOTES_PER_MAIL}
  order by member_id, event_seq`;

const TAKE = `
  update json_table(:notes, '$[*]' columns (
    member_id varchar(64) character set ascii path '$.memberId',
    mail_key varchar(64) character set ascii path '$.mailKey',
    is_new int path '$.isNew',
    event_seq bigint path '$.seq'
  )) as m
  straight_join mail_outbox force index (primary)
    on mail_outbox.member_id = m.member_id collate ascii_bin
      and mail_outbox.event_seq = m.event_seq
  set mail_outbox.state = 'SENDING',
      mail_outbox.mail_key = m.mail_key,
      mail_outbox.attempt = mail_outbox.attempt + 1,
      mail_outbox.lease_token = :token,
      mail_outbox.lease_until = :until
  where ${DUE}
    and ((m.is_new = 1 and mail_outbox.mail_key is null)
      or (m.is_new = 0 and mail_outbox.mail_key = m.mail_key collate ascii_bin))`;

const TAKEN = `
  select o.member_id, o.mail_key, o.event_seq, e.kind, e.book_id, e.release_change,
    coalesce(r.tell_moves_from_days, 1) as tell_moves_from_days
  from json_table(:keys, '$[*]' columns (
    mail_key varchar(64) character set ascii path '$'
  )) as k
  straight_join mail_outbox o force index (mail_outbox_key)
    on o.mail_key = k.mail_key collate ascii_bin
  join book_event e on e.seq = o.event_seq
  left join ingest_run r on r.id = e.run_id
  where o.lease_token = :token and o.state = 'SENDING'
  order by o.member_id, o.event_seq`;

/**
 * Claims up to 50 mails of these shards, with at most 400 notes in total. All due notes of a member
 * go into one mail, up to 100; a mail that was attempted before keeps its key and notes even if
 * more have arrived. Finding and claiming are separate statements, so two senders may find the same
 * rows; the second one claims only what the first left.
 */
export async function claimMails(ports: ClaimPorts, shards: number[]): Promise<ClaimedMail[]> {
  const { database, ids, clock } = ports;
  for (;;) {
    const due = await findDue(ports, shards);
    if (due.length === 0) return [];
    const now = clock();
    const notes = await findNotes(database, due, now);
    const token = ids();
    const until = new Date(now.getTime() + LEASE_MS);
    await database.execute(TAKE, { notes: JSON.stringify(notes), token, until, now });
    // Looks for the token instead of counting rows: when an answer is lost, the client repeats the
    // statement and is told that no row changed.
    const keys = JSON.stringify([...new Set(notes.map((note) => note.mailKey))]);
    const taken = await database.query<TakenRow>(TAKEN, { keys, token });
    if (taken.length > 0) return toMails(taken, token);
  }
}

/** A mail that can be claimed; `isNew` is 1 if this key is its first. */
interface DueMail {
  memberId: string;
  mailKey: string;
  isNew: 0 | 1;
}

async function findDue({ database, clock, ids }: ClaimPorts, shards: number[]): Promise<DueMail[]> {
  const bound = bindList('shard', shards);
  const rows = await database.query<{ member_id: string; mail_key: string | null }>(
    `select member_id, mail_key from mail_outbox force index (mail_outbox_due)
     where ${DUE} and shard in (${bound.names}) limit 200`,
    { ...bound.values, now: clock() },
  );
  const mails = new Map<string, DueMail>();
  for (const { member_id: memberId, mail_key: mailKey } of rows) {
    const one = `${memberId} ${mailKey ?? ''}`;
    if (mails.has(one) || mails.size === MAILS_PER_CLAIM) continue;
    mails.set(one, { memberId, mailKey: mailKey ?? ids(), isNew: mailKey === null ? 1 : 0 });
  }
  return [...mails.values()];
}

/**
 * Finds the due notes of these mails, for as many mails as one claim may have, but for at least
 * one.
 */
async function findNotes(database: Database, due: DueMail[], now: Date) {
  const rows = await database.query<{
    member_id: string;
    mail_key: string;
    is_new: number;
    event_seq: number;
  }>(NOTES_OF, { mails: JSON.stringify(due), now });
  const notes = rows.map((row) => ({
    memberId: row.member_id,
    mailKey: row.mail_key,
    isNew: row.is_new,
    seq: row.event_seq,
  }));
  const claimed: typeof notes = [];
  for (const own of Map.groupBy(notes, (note) => note.mailKey).values()) {
    if (claimed.length === 0 || claimed.length + own.length <= NOTES_PER_CLAIM) {
      claimed.push(...own);
    }
  }
  return claimed;
}

type TakenRow = {
  member_id: string;
  mail_key: string;
  event_seq: number;
  kind: MailKind;
  book_id: string;
  release_change: string | null;
  tell_moves_from_days: number;
};

function toMails(rows: TakenRow[], token: string): ClaimedMail[] {
  const mails = new Map<string, ClaimedMail>();
  for (const row of rows) {
    const mail = mails.get(row.mail_key) ?? {
      memberId: row.member_id,
      mailKey: row.mail_key,
      token,
      notes: [],
      flaw: null,
    };
    const change = readChange(row);
    if (typeof change === 'string') mail.flaw = change;
    mail.notes.push({
      seq: row.event_seq,
      kind: row.kind,
      bookId: row.book_id,
      change: typeof change === 'string' ? null : change,
      tellMovesFromDays: row.tell_moves_from_days,
    });
    mails.set(row.mail_key, mail);
  }
  return [...mails.values()];
}

/**
 * Returns the change, or an error text if it cannot be read: then only this mail fails, not all
 * mails of the claim.
 */
function readChange(row: TakenRow): ReleaseChange | null | string {
  try {
    return readReleaseChange(row.release_change);
  } catch {
    return `The change of event ${row.event_seq} cannot be read`;
  }
}

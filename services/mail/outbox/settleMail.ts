import { bindList } from '../../../db/bindList.ts';
import type { Database } from '../../../db/database.ts';
import { UNSENT } from '../../../db/sql/unsentReasons.ts';
import { log } from '../../lib/log.ts';
import type { ClaimedMail } from './claimMails.ts';
import { MOST_ATTEMPTS } from './due.ts';

/** The outcome of an unsent mail, or of some of its notes. */
export interface Fate {
  state: 'SKIPPED' | 'FAILED';
  reason: string;
}

// A sender that lost its lease settles nothing: its token no longer matches.
const OWN = `mail_key = :key and lease_token = :token and state = 'SENDING'`;

const SETTLE = `
  update mail_outbox
  set state = :state, reason = :reason, settled_at = :now, lease_until = null
  where ${OWN} and json_contains(:seqs, concat(event_seq))`;

const PUT_OFF = `
  update mail_outbox
  set state = 'PENDING', attempt = attempt - 1, reason = :reason, lease_token = null,
      lease_until = :until
  where ${OWN}`;

const AWAIT = `
  update mail_outbox
  set state = 'PENDING', attempt = attempt - 1, reason = :reason, lease_token = null,
      lease_until = :until
  where ${OWN} and created_at > :since`;

const SETTLE_ALL = `
  update mail_outbox
  set state = :state, reason = :reason, settled_at = :now, lease_until = null
  where ${OWN}`;

// A lease token belongs to one claim, which contains a note only once.
const THESE = `json_table(:notes, '$[*]' columns (
    member_id varchar(64) character set ascii path '$.memberId',
    event_seq bigint path '$.seq'
  )) as n
  straight_join mail_outbox force index (primary)
    on mail_outbox.member_id = n.member_id collate ascii_bin
      and mail_outbox.event_seq = n.event_seq`;
const STILL_OWN = `mail_outbox.lease_token = :token and mail_outbox.state = 'SENDING'`;

const SETTLE_THESE = `
  update ${THESE}
  set mail_outbox.state = :state, mail_outbox.reason = :reason, mail_outbox.settled_at = :now,
      mail_outbox.lease_until = null
  where ${STILL_OWN}`;

// Clears the key, so that the note can go out with other notes due by then. Keeps it if an earlier
// attempt, or one before an operator put it back, may have sent the note.
const PUT_BACK = `
  update ${THESE}
  set mail_outbox.state = 'PENDING', mail_outbox.attempt = 0, mail_outbox.mail_key = null,
      mail_outbox.reason = :reason, mail_outbox.lease_token = null,
      mail_outbox.lease_until = :until
  where ${STILL_OWN} and mail_outbox.attempt = 1 and mail_outbox.may_have_arrived = 0
    and mail_outbox.created_at > :since`;

const HOUR_MS = 60 * 60_000;
const LOOK_AGAIN_MS = 6 * HOUR_MS;
// As long as the sales watch keeps a book without a further event.
const LONGEST_WAIT_MS = 30 * 24 * HOUR_MS;
// A shop that replaces its member list has restored it by then.
const LONGEST_ABSENCE_MS = 2 * 24 * HOUR_MS;

/** Records permanently why these notes of a mail are not sent. */
export async function settleMail(
  database: Database,
  mail: ClaimedMail,
  seqs: number[],
  fate: Fate,
  now: Date,
): Promise<void> {
  if (seqs.length === 0) return;
  const settled = await database.execute(SETTLE, {
    key: mail.mailKey,
    token: mail.token,
    seqs: JSON.stringify(seqs),
    state: fate.state,
    reason: fate.reason.slice(0, 500),
    now,
  });
  if (settled === 0) {
    log.info('Mail not settled: another sender holds it or it is settled already', {
      mail: mail.mailKey,
      ...fate,
    });
  } else if (fate.state === 'FAILED') log.error('Mail given up', { mail: mail.mailKey, ...fate });
}

/**
 * Returns a mail to the outbox that was certainly not sent; it can be claimed again from `until`.
 * This attempt does not count.
 */
export async function putOffMail(
  database: Database,
  mail: ClaimedMail,
  reason: string | null,
  until: Date,
): Promise<void> {
  const values = { key: mail.mailKey, token: mail.token };
  await database.execute(PUT_OFF, { ...values, reason: reason?.slice(0, 500) ?? null, until });
}

/**
 * Postpones a mail by an hour if the shop does not list its member, because the list may be empty
 * for a moment; the attempt does not count. Skips notes that are two days old.
 */
export async function awaitMember(
  database: Database,
  mail: ClaimedMail,
  now: Date,
): Promise<'LATER' | 'SKIPPED'> {
  const values = {
    key: mail.mailKey,
    token: mail.token,
    reason: UNSENT.notListed,
  };
  const waiting = await database.execute(AWAIT, {
    ...values,
    until: new Date(now.getTime() + HOUR_MS),
    since: new Date(now.getTime() - LONGEST_ABSENCE_MS),
  });
  await database.execute(SETTLE_ALL, { ...values, state: 'SKIPPED', now });
  return waiting > 0 ? 'LATER' : 'SKIPPED';
}

/** Notes of mails that were claimed together. */
export interface ClaimedNotes {
  token: string;
  notes: { memberId: string; seq: number }[];
}

/** Records permanently that these notes are not sent. */
export async function skipNotes(
  database: Database,
  { token, notes }: ClaimedNotes,
  reason: string,
  now: Date,
): Promise<void> {
  if (notes.length === 0) return;
  const values = { notes: JSON.stringify(notes), token, state: 'SKIPPED', reason, now };
  await database.execute(SETTLE_THESE, values);
}

/**
 * Postpones notes of a sale while the shop has withdrawn the book; they are checked again every six
 * hours. Skips a note that an earlier attempt may have sent, or that has waited for a month.
 */
export async function tellLater(
  database: Database,
  { token, notes }: ClaimedNotes,
  now: Date,
): Promise<void> {
  if (notes.length === 0) return;
  const reason = 'The shop has withdrawn the book';
  await database.execute(PUT_BACK, {
    notes: JSON.stringify(notes),
    token,
    reason,
    until: new Date(now.getTime() + LOOK_AGAIN_MS),
    since: new Date(now.getTime() - LONGEST_WAIT_MS),
  });
  await skipNotes(database, { token, notes }, reason, now);
}

/** Gives up the mails whose last attempt ended without an answer; returns the number of rows. */
export async function giveUpMails(
  database: Database,
  shards: number[],
  now: Date,
): Promise<number> {
  const bound = bindList('shard', shards);
  const given = await database.execute(
    `update mail_outbox
     set state = 'FAILED', reason = :reason, settled_at = :now, lease_until = null
     where state = 'SENDING' and shard in (${bound.names}) and lease_until <= :now
       and attempt >= ${MOST_ATTEMPTS}`,
    { ...bound.values, now, reason: `SES gave no answer in ${MOST_ATTEMPTS} attempts` },
  );
  if (given > 0) log.error('Mails given up: SES gave no answer in any attempt', { rows: given });
  return given;
}

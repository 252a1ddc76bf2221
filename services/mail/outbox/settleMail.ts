import { bindList } from '../../../db/bindList.ts';
import type { Database } from '../../../db/database.ts';
import { UNSENT } from '../../../db/sql/unsentReasons.ts';
import { log } from '../../lib/log.ts';
import type { ClaimedMail } from './claimMails.ts';
import { MOST_ATTEMPTS } from './due.ts';

/** What became of a mail, or of some of its notes, that was not sent. */
export interface Fate {
  state: 'SKIPPED' | 'FAILED';
  reason: string;
}

// Whoever lost the lease settles nothing: the token no longer fits.
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

// A lease token is of one claim, which has a note once.
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

// Without its key: it may go out with whatever else waits by then. Not when an attempt before, or one
// before an operator put it back, may have told it.
const PUT_BACK = `
  update ${THESE}
  set mail_outbox.state = 'PENDING', mail_outbox.attempt = 0, mail_outbox.mail_key = null,
      mail_outbox.reason = :reason, mail_outbox.lease_token = null,
      mail_outbox.lease_until = :until
  where ${STILL_OWN} and mail_outbox.attempt = 1 and mail_outbox.may_have_arrived = 0
    and mail_outbox.created_at > :since`;

const HOUR_MS = 60 * 60_000;
const LOOK_AGAIN_MS = 6 * HOUR_MS;
// As long as a book is watched for being sold again without a further event.
const LONGEST_WAIT_MS = 30 * 24 * HOUR_MS;
// A shop that replaces its list of members has it back by then.
const LONGEST_ABSENCE_MS = 2 * 24 * HOUR_MS;

/** Records for good why these notes of a mail are not told. */
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
    log.info('A mail is no longer for this sender to settle', { mail: mail.mailKey, ...fate });
  } else if (fate.state === 'FAILED')
    log.error('A mail is given up', { mail: mail.mailKey, ...fate });
}

/**
 * Gives a mail back that has certainly not been sent; it may be claimed again from `until`. This
 * attempt does not count.
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
 * Gives a mail back whose member the shop does not list: for an hour, as its list may be empty for a
 * moment, and without counting the attempt. Notes that are two days old are skipped.
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

/** Records for good that these notes are not told. */
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
 * Puts notes of a sale back that cannot be told just now, as the shop has taken the book back; they are
 * looked at again every six hours. A note that an earlier attempt may have told already, or that has
 * waited for a month, is skipped.
 */
export async function tellLater(
  database: Database,
  { token, notes }: ClaimedNotes,
  now: Date,
): Promise<void> {
  if (notes.length === 0) return;
  const reason = 'The shop has taken the book back';
  await database.execute(PUT_BACK, {
    notes: JSON.stringify(notes),
    token,
    reason,
    until: new Date(now.getTime() + LOOK_AGAIN_MS),
    since: new Date(now.getTime() - LONGEST_WAIT_MS),
  });
  await skipNotes(database, { token, notes }, reason, now);
}

/** Gives up the mails whose last attempt ended without an answer; gives how many rows. */
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
  if (given > 0) log.error('Mails are given up that SES gave no answer for', { rows: given });
  return given;
}

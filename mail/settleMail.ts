import type { Database } from '../db/database.ts';
import { bindList } from './bindList.ts';
import type { ClaimedMail } from './claimMails.ts';
import { MOST_ATTEMPTS } from './due.ts';
import { log } from './log.ts';

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

// Without its key: it may go out with whatever else waits by then.
const PUT_BACK = `
  update mail_outbox
  set state = 'PENDING', attempt = 0, mail_key = null, reason = :reason, lease_token = null,
      lease_until = :until
  where ${OWN} and json_contains(:seqs, concat(event_seq))
    and attempt = 1 and created_at > :since`;

const LATER_MS = 60 * 60_000;
// As long as a book is watched for being sold again without a further event.
const LONGEST_WAIT_MS = 30 * 24 * 60 * 60_000;

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
 * Puts notes of a sale back that cannot be told just now, as the shop has taken the book back; they are
 * looked at again each hour. A note that an earlier attempt may have told already, or that has waited
 * for a month, is skipped.
 */
export async function tellLater(
  database: Database,
  mail: ClaimedMail,
  seqs: number[],
  now: Date,
): Promise<void> {
  if (seqs.length === 0) return;
  const notes = { key: mail.mailKey, token: mail.token, seqs: JSON.stringify(seqs) };
  const reason = 'The shop has taken the book back';
  await database.execute(PUT_BACK, {
    ...notes,
    reason,
    until: new Date(now.getTime() + LATER_MS),
    since: new Date(now.getTime() - LONGEST_WAIT_MS),
  });
  await database.execute(SETTLE, { ...notes, state: 'SKIPPED', reason, now });
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

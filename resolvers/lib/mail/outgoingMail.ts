import type { OutgoingMail, OutgoingMailState } from '../../generated/schema.ts';
import type { Row } from '../sql/rows.ts';
import { instant, number, text, truth } from '../sql/values.ts';

/** What needs most attention first, as the schema has it. */
const STATES = ['UNCERTAIN', 'FAILED', 'SENDING', 'WAITING', 'SENT', 'SKIPPED'];

/**
 * A lease is 15 minutes long and a sender's function 5 at most: with less than this left of its lease,
 * whoever had the mail is gone.
 */
const IS_LEFT_ALONE = `(o.state = 'SENDING' and o.lease_until <= utc_timestamp(6) + interval 10 minute)`;

/**
 * Whether SES may have taken the note `o` although it is not known as sent. An attempt that ended with
 * an answer counts only where it settled the note, so every other one ended without.
 */
export const MAY_HAVE_ARRIVED = `(o.may_have_arrived = 1 or ${IS_LEFT_ALONE}
  or o.attempt > case when o.state = 'PENDING' then 0 else 1 end)`;

/** The place of the note `o` in the order of `OutgoingMailState`, from 1. */
const RANK = `case when o.state = 'SENT' then 5 when o.state = 'SKIPPED' then 6
  when o.state = 'FAILED' then 2 when ${MAY_HAVE_ARRIVED} then 1
  when o.state = 'SENDING' then 3 else 4 end`;

/** A condition on the note `o`: that it stands so. */
export function standsAs(state: OutgoingMailState): string {
  return `${RANK} = ${STATES.indexOf(state) + 1}`;
}

/** The columns that `toOutgoingMail` reads, of the notes `o` of one mail. */
export const MAIL_COLUMNS = [
  'o.mail_key',
  `min(${RANK}) as pressing`,
  'max(o.attempt) as attempts',
  `max(o.state <> 'SENT' and ${MAY_HAVE_ARRIVED}) as may_have_arrived`,
  'min(o.created_at) as created_at',
  'case when count(o.settled_at) = count(*) then max(o.settled_at) end as settled_at',
  'max(case when o.settled_at is null and o.lease_until > utc_timestamp(6) then o.lease_until end) as next_attempt_at',
  // That of the note that needs most attention.
  `nullif(substring(min(concat(${RANK}, coalesce(o.reason, ''))), 2), '') as reason`,
  'max(o.ses_message_id) as message_id',
  'max(o.retried_by) as retried_by',
  'max(o.retried_at) as retried_at',
  'count(*) as note_count',
].join(', ');

/** The columns of the note `o` that tell how it stands. */
export const NOTE_COLUMNS = `o.event_seq, o.reason, ${RANK} as pressing`;

/** One mail as a row of its own. */
export const SELECT_MAIL = `select ${MAIL_COLUMNS} from mail_outbox o
where o.mail_key = :id group by o.mail_key`;

/** A mail without its notes, for which there is a resolver. */
export type MailRow = Omit<OutgoingMail, 'notes'>;

/** The mail of a row. */
export function toOutgoingMail(row: Row): MailRow {
  return {
    id: `${row.mail_key}`,
    state: toState(row.pressing),
    attempts: number(row.attempts) ?? 0,
    mayHaveArrived: truth(row.may_have_arrived),
    createdAt: `${instant(row.created_at)}`,
    settledAt: instant(row.settled_at),
    nextAttemptAt: instant(row.next_attempt_at),
    reason: text(row.reason),
    messageId: text(row.message_id),
    retriedBy: text(row.retried_by),
    retriedAt: instant(row.retried_at),
    noteCount: number(row.note_count) ?? 0,
  };
}

/** The state whose place in the order this is. */
export function toState(pressing: Row[string]): OutgoingMailState {
  return STATES[(number(pressing) ?? 1) - 1] as OutgoingMailState;
}

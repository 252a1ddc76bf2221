import type { OutgoingMail, OutgoingMailState } from '../../generated/schema.ts';
import type { Row } from '../sql/rows.ts';
import { instant, number, text, truth } from '../sql/values.ts';

/** The most urgent first, in the schema's order. */
const STATES = ['UNCERTAIN', 'FAILED', 'SENDING', 'WAITING', 'SENT', 'SKIPPED'];

/**
 * A lease lasts 15 minutes and a sender's function runs 5 at most: if less than 10 minutes of its
 * lease remain, the sender is gone.
 */
const IS_LEFT_ALONE = `(o.state = 'SENDING' and o.lease_until <= utc_timestamp(6) + interval 10 minute)`;

/**
 * Whether SES may have accepted the note `o` although it is not known as sent. An attempt that got
 * an answer counts only if it settled the note, so every other attempt got none.
 */
export const MAY_HAVE_ARRIVED = `(o.may_have_arrived = 1 or ${IS_LEFT_ALONE}
  or o.attempt > case when o.state = 'PENDING' then 0 else 1 end)`;

/** The position of the note `o` in the order of `OutgoingMailState`, from 1. */
const RANK = `case when o.state = 'SENT' then 5 when o.state = 'SKIPPED' then 6
  when o.state = 'FAILED' then 2 when ${MAY_HAVE_ARRIVED} then 1
  when o.state = 'SENDING' then 3 else 4 end`;

/** The condition that the note `o` is in this state. */
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
  // The reason of the most urgent note.
  `nullif(substring(min(concat(${RANK}, coalesce(o.reason, ''))), 2), '') as reason`,
  'max(o.ses_message_id) as message_id',
  'max(o.retried_by) as retried_by',
  'max(o.retried_at) as retried_at',
  'count(*) as note_count',
].join(', ');

/** The columns of the note `o` that describe its state. */
export const NOTE_COLUMNS = `o.event_seq, o.reason, ${RANK} as pressing`;

/** One mail as a single row. */
export const SELECT_MAIL = `select ${MAIL_COLUMNS} from mail_outbox o
where o.mail_key = :id group by o.mail_key`;

/** A mail without its notes, which have their own resolver. */
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

/** The state at this position in the order. */
export function toState(pressing: Row[string]): OutgoingMailState {
  return STATES[(number(pressing) ?? 1) - 1] as OutgoingMailState;
}

import type { MailCountsQuery, OutgoingMailState } from '../../../generated/operatorDocuments.ts';

export type MailCounts = MailCountsQuery['outgoingMailCounts'];

/** Ordered by the attention they need, as in the schema. */
export const MAIL_STATES = [
  'UNCERTAIN',
  'FAILED',
  'SENDING',
  'WAITING',
  'SENT',
  'SKIPPED',
] as const;

export const isMailState = (value: string | null): value is OutgoingMailState =>
  MAIL_STATES.some((state) => state === value);

/** Returns the number of notes in a state; for successful states, those of the last day. */
export function countOf(state: OutgoingMailState, counts: MailCounts): number {
  return {
    UNCERTAIN: counts.uncertain,
    FAILED: counts.failed,
    SENDING: counts.sending,
    WAITING: counts.waiting,
    SENT: counts.sentLastDay,
    SKIPPED: counts.skippedLastDay,
  }[state];
}

/** Returns the address of the list of mails in a state. */
export const mailsAddress = (state: OutgoingMailState): string => `/operator/mails?state=${state}`;

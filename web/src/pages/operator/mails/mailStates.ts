import type { MailCountsQuery, OutgoingMailState } from '../../../generated/operatorDocuments.ts';

export type MailCounts = MailCountsQuery['outgoingMailCounts'];

/** What needs most attention first, as the schema has it. */
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

/** How many notes stand so: of what is settled well, those of the last day. */
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

/** The list of mails that stand so. */
export const mailsAddress = (state: OutgoingMailState): string => `/operator/mails?state=${state}`;

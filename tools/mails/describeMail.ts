import type {
  OutgoingMail,
  OutgoingMailCounts,
  OutgoingMailInFull,
} from '../../client/src/operateMails.ts';

/** The state of the outbox, as lines. */
export function describeCounts(counts: OutgoingMailCounts): string[] {
  const { waiting, due, oldestDueAt, sending, uncertain, failed } = counts;
  const since = oldestDueAt ? `, the oldest since ${oldestDueAt}` : '';
  return [
    `waiting    ${waiting} (${due} due now${since})`,
    `sending    ${sending}`,
    `uncertain  ${uncertain}`,
    `failed     ${failed}`,
    `last day   ${counts.sentLastDay} sent, ${counts.skippedLastDay} skipped`,
  ];
}

/** The header of a list of mails. */
export const SHORT_HEAD = [
  'settled or begun'.padEnd(24),
  'attempts',
  'notes',
  'mail'.padEnd(36),
  'reason',
].join('  ');

/** One line of a list of mails. */
export function describeShortly(mail: OutgoingMail): string {
  return [
    (mail.settledAt ?? mail.createdAt).padEnd(24),
    `${mail.attempts}`.padStart(8),
    `${mail.noteCount}`.padStart(5),
    mail.id.padEnd(36),
    mail.reason ?? (mail.mayHaveArrived ? 'an attempt ended without an answer' : '–'),
  ].join('  ');
}

/** Everything known about a mail, as lines. */
export function describeMail(mail: OutgoingMailInFull): string[] {
  return [
    `${mail.state} ${mail.id}`,
    `written   ${mail.createdAt}`,
    `settled   ${mail.settledAt ?? '–'}`,
    `attempts  ${mail.attempts}${mail.mayHaveArrived ? '; it may have arrived' : ''}`,
    ...(mail.nextAttemptAt ? [`next      not before ${mail.nextAttemptAt}`] : []),
    ...(mail.reason ? [`reason    ${mail.reason}`] : []),
    ...(mail.messageId ? [`SES id    ${mail.messageId}`] : []),
    ...(mail.retriedAt ? [`put back  by ${mail.retriedBy}, ${mail.retriedAt}`] : []),
    ...mail.notes.map(({ seq, kind, bookId, state, reason }) =>
      [`  ${state.padEnd(9)}`, `event ${seq}`, kind, bookId, ...(reason ? [reason] : [])].join(
        '  ',
      ),
    ),
    ...(mail.noteCount > mail.notes.length
      ? [`  … and ${mail.noteCount - mail.notes.length} more notes`]
      : []),
  ];
}

import type { Database } from '../../../db/database.ts';
import type { ToTell } from '../news/newsOf.ts';
import type { ClaimedMail } from './claimMails.ts';
import { skipNotes, tellLater } from './settleMail.ts';

/** The notes that a mail leaves out: permanently, or until the shop sells the book again. */
export interface LeftOut extends Pick<ToTell, 'untold' | 'later'> {
  mail: ClaimedMail;
}

/**
 * Records what these mails, which were claimed together, leave out: one statement per reason,
 * whatever the number of notes.
 */
export async function leaveOut(database: Database, all: LeftOut[], now: Date): Promise<void> {
  const token = all[0]?.mail.token;
  if (token === undefined) return;
  const untold = all.flatMap(({ mail, untold }) =>
    untold.map(({ seq, reason }) => ({ reason, note: { memberId: mail.memberId, seq } })),
  );
  for (const [reason, own] of Map.groupBy(untold, (one) => one.reason)) {
    await skipNotes(database, { token, notes: own.map((one) => one.note) }, reason, now);
  }
  const later = all.flatMap(({ mail, later }) =>
    later.map((seq) => ({ memberId: mail.memberId, seq })),
  );
  await tellLater(database, { token, notes: later }, now);
}

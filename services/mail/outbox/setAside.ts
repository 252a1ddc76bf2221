import type { Database } from '../../../db/database.ts';
import { newsOf } from '../news/newsOf.ts';
import type { MailedBook } from '../reading/readBooks.ts';
import type { ClaimedMail } from './claimMails.ts';
import { type LeftOut, leaveOut } from './leaveOut.ts';

/**
 * Postpones the claimed mails that only report books which the shop no longer sells. Does so in one
 * go and before any of them takes a turn, because a title with very many subscribers would use up
 * the rate of all other mails. Returns the remaining mails.
 */
export async function setAside(
  database: Database,
  mails: ClaimedMail[],
  books: Map<string, MailedBook>,
  now: Date,
): Promise<ClaimedMail[]> {
  const aside = mails.flatMap((mail) => {
    const later = waitingNotes(mail, books);
    return later.length === mail.notes.length ? [{ mail, untold: [], later }] : [];
  }) satisfies LeftOut[];
  await leaveOut(database, aside, now);
  const isAside = new Set(aside.map(({ mail }) => mail));
  return mails.filter((mail) => !isAside.has(mail));
}

/**
 * The notes that wait for the shop; none for a mail that has a flaw or lacks a book, which fails on
 * its own.
 */
function waitingNotes(mail: ClaimedMail, books: Map<string, MailedBook>): number[] {
  if (mail.flaw !== null || mail.notes.some((note) => !books.has(note.bookId))) return [];
  return newsOf(mail.notes, books).later;
}

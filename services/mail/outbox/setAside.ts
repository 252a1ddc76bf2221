import type { Database } from '../../../db/database.ts';
import { newsOf } from '../news/newsOf.ts';
import type { MailedBook } from '../reading/readBooks.ts';
import type { ClaimedMail } from './claimMails.ts';
import { type LeftOut, leaveOut } from './leaveOut.ts';

/**
 * Sets aside, of mails that were claimed together, those that have nothing to tell but what the shop
 * has taken back: together and before any of them takes a turn, since a title that very many wait for
 * would use up the rate of all others. Gives the mails that are left.
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

/** What waits for its shop; nothing of a mail that has a flaw or lacks a book, which fails by itself. */
function waitingNotes(mail: ClaimedMail, books: Map<string, MailedBook>): number[] {
  if (mail.flaw !== null || mail.notes.some((note) => !books.has(note.bookId))) return [];
  return newsOf(mail.notes, books).later;
}

import { UNSENT } from '../../../db/sql/unsentReasons.ts';
import { composeMail } from '../compose/composeMail.ts';
import type { Letterhead } from '../config.ts';
import type { LinkSecrets } from '../links/linkSecrets.ts';
import { mailLinks } from '../links/mailLinks.ts';
import { newsOf, type ToTell } from '../news/newsOf.ts';
import type { ClaimedMail } from '../outbox/claimMails.ts';
import type { MailedBook } from '../reading/readBooks.ts';
import type { Member } from '../reading/readMembers.ts';
import type { Reason } from '../reading/readReasons.ts';
import type { Standing } from '../reading/readStanding.ts';

/** The sender of mails, and the secrets that sign their links. */
export interface Stationery {
  letterhead: Letterhead;
  linkSecrets: LinkSecrets;
}

/** The input of a mail. */
export interface Material {
  mail: ClaimedMail;
  member: Member;
  books: Map<string, MailedBook>;
  /** Why the member is told, by book id. */
  reasons: Map<string, Reason[]>;
}

/** The result of writing a claimed mail. */
export type Written =
  /** The whole message; it covers every note that is still valid. */
  | { kind: 'READY'; raw: Uint8Array }
  /** Some notes must be left out first, permanently or for now; `isEmpty` if no others remain. */
  | { kind: 'TOO_MUCH'; untold: ToTell['untold']; later: number[]; isEmpty: boolean }
  | { kind: 'IMPOSSIBLE'; reason: string };

/** Writes a mail. Never throws: a mail that cannot be written must not stop the others. */
export async function writeMail(
  { letterhead, linkSecrets }: Stationery,
  { mail, member, books, reasons }: Material,
  { wanted, unwanted, language }: Standing,
  date: Date,
): Promise<Written> {
  try {
    const notes = mail.notes.filter((note) => wanted.includes(note.seq));
    const { news, untold, later } = newsOf(notes, books);
    const takenBack = unwanted.map((seq) => ({ seq, reason: UNSENT.takenBack }));
    const leftOut = [...takenBack, ...untold];
    if (leftOut.length + later.length > 0) {
      return { kind: 'TOO_MUCH', untold: leftOut, later, isEmpty: news.length === 0 };
    }
    const { email: to, displayName } = member;
    const links = mailLinks(linkSecrets, letterhead.siteUrl, mail.memberId);
    const { mailKey } = mail;
    const about = { letterhead, mailKey, to, displayName, language, links, news, reasons, date };
    return { kind: 'READY', raw: await composeMail(about) };
  } catch (error) {
    const seen = String(error);
    return { kind: 'IMPOSSIBLE', reason: `The mail cannot be composed: ${seen}` };
  }
}

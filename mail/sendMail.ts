import type { Database } from '../db/database.ts';
import type { ClaimedMail } from './claimMails.ts';
import { composeMail } from './compose/composeMail.ts';
import type { Letterhead } from './config.ts';
import { isAddress } from './isAddress.ts';
import { log } from './log.ts';
import type { Mailer, SendOutcome } from './mailer.ts';
import type { MailedBook } from './readBooks.ts';
import type { Member } from './readMembers.ts';
import { readStanding } from './readStanding.ts';
import { type Fate, settleMail } from './settleMail.ts';

export interface SendMailPorts {
  database: Database;
  mailer: Mailer;
  clock: () => Date;
  pause: (milliseconds: number) => Promise<void>;
}

// 6 tries, doubling from 1 s: half a minute in all, as long as an Aurora failover, well within the
// lease and the sender's own time.
const FIRST_PAUSE_MS = 1_000;
const MOST_TRIES = 6;

/** `UNSETTLED`: the mail may have been sent, or its lease is over; the lease's end decides. */
export type Result = Fate['state'] | 'UNSETTLED' | Extract<SendOutcome, { kind: 'POSTPONED' }>;

/**
 * Sends one claimed mail, if it may still be sent, and records what became of it. A mail that was
 * postponed is left to the caller, who knows for how long.
 */
export async function sendMail(
  ports: SendMailPorts,
  letterhead: Letterhead,
  mail: ClaimedMail,
  member: Member | undefined,
  books: Map<string, MailedBook>,
): Promise<Result> {
  const { database, mailer, clock } = ports;
  const settle = async (seqs: number[], fate: Fate) => {
    await settleMail(database, mail, seqs, fate, clock());
    return fate.state;
  };
  const all = mail.notes.map((note) => note.seq);

  if (member === undefined || !member.enabled) {
    return settle(all, { state: 'SKIPPED', reason: 'The member has left the shop' });
  }
  if (!isAddress(member.email)) {
    return settle(all, { state: 'FAILED', reason: 'The shop holds no usable mail address' });
  }

  const standing = await readStanding(database, mail, member.email, clock());
  if (!standing.isOurs) return 'UNSETTLED';
  if (standing.isSuppressed) {
    return settle(all, { state: 'SKIPPED', reason: 'The address is suppressed' });
  }
  const unwanted = all.filter((seq) => !standing.wanted.includes(seq));
  const skipUnwanted = () =>
    settle(unwanted, { state: 'SKIPPED', reason: 'The subscription was taken back' });
  if (standing.wanted.length === 0) return skipUnwanted();

  const raw = await compose(letterhead, mail, member, books, standing.wanted, clock());
  if (!(raw instanceof Uint8Array)) return settle(all, raw);

  const outcome = await mailer({ mailKey: mail.mailKey, to: member.email, raw });
  switch (outcome.kind) {
    case 'POSTPONED':
      return outcome;
    case 'UNKNOWN':
      log.warn('SES left open whether a mail was sent', { mail: mail.mailKey, ...outcome });
      return 'UNSETTLED';
    case 'REJECTED':
      return settle(all, { state: 'FAILED', reason: outcome.reason });
    case 'SENT': {
      const fate: Fate = { state: 'SENT', messageId: outcome.messageId };
      await insist(ports, mail, () => settle(standing.wanted, fate));
      await skipUnwanted();
      return 'SENT';
    }
  }
}

/** What SES took must be written down, or the member hears of it a second time after the lease. */
async function insist(
  { pause }: SendMailPorts,
  mail: ClaimedMail,
  write: () => Promise<unknown>,
): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await write();
      return;
    } catch (error) {
      if (tries === MOST_TRIES) throw error;
      log.warn('A mail that was sent cannot be recorded yet', {
        mail: mail.mailKey,
        error: error instanceof Error ? error : new Error(String(error)),
      });
      await pause(FIRST_PAUSE_MS * 2 ** (tries - 1));
    }
  }
}

/** The message, or the fate of a mail that cannot be written: it must not stop the others. */
async function compose(
  letterhead: Letterhead,
  mail: ClaimedMail,
  member: Member,
  books: Map<string, MailedBook>,
  wanted: number[],
  date: Date,
): Promise<Uint8Array | Fate> {
  try {
    const news = mail.notes
      .filter((note) => wanted.includes(note.seq))
      .map((note) => {
        const book = books.get(note.bookId);
        if (book === undefined) throw new Error(`There is no book ${note.bookId}`);
        return { kind: note.kind, book };
      });
    const { email: to, displayName } = member;
    return await composeMail({ letterhead, mailKey: mail.mailKey, to, displayName, news, date });
  } catch (error) {
    const seen = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { state: 'FAILED', reason: `The mail cannot be composed: ${seen}` };
  }
}

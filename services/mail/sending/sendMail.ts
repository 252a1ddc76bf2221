import type { Database } from '../../../db/database.ts';
import { UNSENT } from '../../../db/sql/unsentReasons.ts';
import { log } from '../../lib/log.ts';
import { isAddress } from '../isAddress.ts';
import type { ClaimedMail } from '../outbox/claimMails.ts';
import { leaveOut } from '../outbox/leaveOut.ts';
import { awaitMember, type Fate, settleMail } from '../outbox/settleMail.ts';
import { settleSent } from '../outbox/settleSent.ts';
import { outlast } from '../outlast.ts';
import type { MailedBook } from '../reading/readBooks.ts';
import { type Member, readMembers } from '../reading/readMembers.ts';
import { readReasons } from '../reading/readReasons.ts';
import { readStanding, type Standing } from '../reading/readStanding.ts';
import type { Mailer, SendOutcome } from './mailer.ts';
import { type Stationery, writeMail } from './writeMail.ts';

export interface SendMailPorts {
  database: Database;
  shop: Database;
  mailer: Mailer;
  clock: () => Date;
  pause: (milliseconds: number) => Promise<void>;
  /** Waits until the rate allows a mail. */
  turn: () => Promise<void>;
}

// The length of an Aurora failover; well within the lease and the sender's own time.
const OUTAGE_MS = 35_000;

/**
 * `LATER`: nothing could be sent yet, and the notes are postponed. `UNSETTLED`: the mail may have
 * been sent, or its lease is over; it is decided when the lease ends.
 */
export type Result =
  | 'SENT'
  | Fate['state']
  | 'LATER'
  | 'UNSETTLED'
  | Extract<SendOutcome, { kind: 'POSTPONED' }>;

/**
 * Sends a claimed mail, if it may still be sent, and records the outcome. Leaves a postponed mail
 * to the caller, who knows the delay.
 *
 * @param known the member as the shop knew them when the mail was claimed
 */
export async function sendMail(
  ports: SendMailPorts,
  stationery: Stationery,
  mail: ClaimedMail,
  known: Member | undefined,
  books: Map<string, MailedBook>,
): Promise<Result> {
  const { database, shop, mailer, clock, turn } = ports;
  const settle = async (seqs: number[], fate: Fate) => {
    await settleMail(database, mail, seqs, fate, clock());
    return fate.state;
  };
  const all = mail.notes.map((note) => note.seq);
  if (mail.flaw !== null) return settle(all, { state: 'FAILED', reason: mail.flaw });

  for (let member = known; ; ) {
    if (member === undefined) return awaitMember(database, mail, clock());
    if (!member.enabled) {
      return settle(all, { state: 'SKIPPED', reason: UNSENT.left });
    }
    if (!isAddress(member.email)) {
      return settle(all, { state: 'FAILED', reason: UNSENT.noAddress });
    }

    await turn();
    // The point of no return: queries both databases once more, at the same time, and nothing else
    // after that.
    const asked = await Promise.all([
      readReasons(database, mail),
      readMembers(shop, [mail.memberId]),
      readStanding(database, mail, member.email, clock()),
    ]).catch((error: unknown) => {
      const seen = String(error);
      return { kind: 'POSTPONED' as const, reason: `Could not query the databases: ${seen}` };
    });
    if (!Array.isArray(asked)) return asked;
    const [reasons, members, standing] = asked;
    if (!standing.isOurs) return 'UNSETTLED';
    const now = members.get(mail.memberId);
    if (now?.enabled !== true || now.email !== member.email) {
      member = now;
      continue;
    }
    const why = whyNothingMayGo(standing);
    if (why !== null) return settle(all, { state: 'SKIPPED', reason: why });

    const written = await writeMail(
      stationery,
      { mail, member, books, reasons },
      standing,
      clock(),
    );
    if (written.kind === 'IMPOSSIBLE') {
      return settle(all, { state: 'FAILED', reason: written.reason });
    }
    if (written.kind === 'TOO_MUCH') {
      // Settles these before sending: from then on each note of this mail that is still SENDING is
      // part of it. Composing took time, so read the consent again.
      await leaveOut(database, [{ mail, ...written }], clock());
      if (written.isEmpty) return written.untold.length > 0 ? 'SKIPPED' : 'LATER';
      continue;
    }

    const { raw } = written;
    const outcome = await mailer({ mailKey: mail.mailKey, to: member.email, raw });
    switch (outcome.kind) {
      case 'POSTPONED':
        return outcome;
      case 'UNKNOWN':
        log.warn('SES left open whether a mail was sent; waiting for its lease to end', {
          mail: mail.mailKey,
          ...outcome,
        });
        return 'UNSETTLED';
      case 'REJECTED':
        return settle(all, { state: 'FAILED', reason: outcome.reason });
      case 'SENT': {
        const { mailKey } = mail;
        const { messageId } = outcome;
        // Must be recorded after SES accepted it, or the member gets the mail again after the
        // lease.
        await outlast(ports, OUTAGE_MS, () =>
          settleSent(database, { mailKey, messageId }, clock()),
        );
        return 'SENT';
      }
    }
  }
}

function whyNothingMayGo({ isSuppressed, isStopped }: Standing): string | null {
  if (isSuppressed) return UNSENT.suppressed;
  if (isStopped) return UNSENT.stoppedAll;
  return null;
}

import type { Database } from '../../../db/database.ts';
import { takeHold } from '../../../db/takeHold.ts';
import { log } from '../../lib/log.ts';
import { type ClaimedMail, claimMails } from '../outbox/claimMails.ts';
import { countDue } from '../outbox/due.ts';
import { setAside } from '../outbox/setAside.ts';
import { giveUpMails, putOffMail } from '../outbox/settleMail.ts';
import { SHARDS } from '../outbox/shards.ts';
import { readBooks } from '../reading/readBooks.ts';
import { readMembers } from '../reading/readMembers.ts';
import type { Mailer } from './mailer.ts';
import { type Result, sendMail } from './sendMail.ts';
import type { Share } from './share.ts';
import { type Turns, takeTurns } from './takeTurns.ts';
import type { Stationery } from './writeMail.ts';

/** All external dependencies of sending. */
export interface SendPorts {
  database: Database;
  shop: Database;
  mailer: Mailer;
  clock: () => Date;
  /** Returns a new identifier on each call: letters, digits and hyphens, at most 36. */
  ids: () => string;
  /** Returns a number in [0, 1). */
  random: () => number;
  pause: (milliseconds: number) => Promise<void>;
}

/** The settings of a sender. */
export interface SenderSettings extends Stationery {
  /** The limit for all senders together. */
  mailsPerSecond: number;
}

/** Counted in mails; `remaining` in rows of the outbox that can be claimed at once. */
export interface SendCounts {
  sent: number;
  skipped: number;
  failed: number;
  remaining: number;
}

const TIME_PER_RUN_MS = 40_000;
// A run whose last mail began in time ends well within this, unless the database is unavailable.
const LONGEST_RUN_MS = 75_000;
// Full jitter below 0.5 s, 1 s … 8 s: 8 s on average in total, then the run ends and the next run,
// a minute later, continues.
const FIRST_PAUSE_MS = 500;
const MOST_POSTPONED_IN_A_ROW = 5;

/**
 * Sends the due mails of this share of the outbox for at most 40 s. Does nothing if another sender
 * holds the share.
 *
 * While SES accepts nothing because of its rate or quota, or the databases cannot be queried,
 * `remaining` is 0: continuing at once would only be refused again.
 */
export async function sendMails(
  ports: SendPorts,
  settings: SenderSettings,
  share: Share,
): Promise<SendCounts> {
  const held = await takeHold(ports, `send/${share.sender}`, LONGEST_RUN_MS);
  if (held === null) return { sent: 0, skipped: 0, failed: 0, remaining: 0 };
  try {
    return await sendShare(ports, settings, share);
  } finally {
    await held
      .letGo()
      .catch((error: unknown) =>
        log.warn('Could not release the share; its hold will expire', { error }),
      );
  }
}

async function sendShare(
  ports: SendPorts,
  settings: SenderSettings,
  share: Share,
): Promise<SendCounts> {
  const { database, clock } = ports;
  const shards = shardsOf(share);
  const until = clock().getTime() + TIME_PER_RUN_MS;
  const counts = { sent: 0, skipped: 0, failed: 0 };
  counts.failed += await giveUpMails(database, shards, clock());

  const turns = takeTurns(ports, settings.mailsPerSecond);
  const pace = newPace();
  while (clock().getTime() < until && !pace.isStopped()) {
    const mails = await claimMails(ports, shards);
    if (mails.length === 0) return { ...counts, remaining: 0 };
    for (const result of await sendBatch(ports, settings, mails, { pace, turns, until })) {
      if (result === 'SENT') counts.sent += 1;
      if (result === 'SKIPPED') counts.skipped += 1;
      if (result === 'FAILED') counts.failed += 1;
    }
  }
  if (pace.isStopped()) {
    log.error('No mails can be sent at present; the rest waits for the next run', { ...share });
    return { ...counts, remaining: 0 };
  }
  return { ...counts, remaining: await countDue(database, shards, clock()) };
}

function shardsOf({ sender, senders }: Share): number[] {
  const all = Array.from({ length: SHARDS }, (_, shard) => shard);
  return all.filter((shard) => shard % senders === sender);
}

async function sendBatch(
  ports: SendPorts,
  stationery: Stationery,
  mails: ClaimedMail[],
  { pace, turns, until }: { pace: Pace; turns: Turns; until: number },
): Promise<Result[]> {
  const { database, clock, random, pause } = ports;
  const { members, books } = await readAbout(ports, mails).catch(async (error: unknown) => {
    // No mail was sent: an outage must not use up the attempts.
    const seen = String(error);
    for (const mail of mails) {
      await putOffMail(database, mail, `Could not read members or books: ${seen}`, clock());
    }
    throw error;
  });

  const results: Result[] = [];
  for (const mail of await setAside(database, mails, books, clock())) {
    if (clock().getTime() >= until || pace.isStopped()) {
      await putOffMail(database, mail, null, clock());
      continue;
    }
    const mailer: Mailer = (outgoing) => {
      turns.use();
      return ports.mailer(outgoing);
    };
    const member = members.get(mail.memberId);
    const result = await sendMail(
      { ...ports, mailer, turn: turns.next },
      stationery,
      mail,
      member,
      books,
    );
    results.push(result);
    const wait = pace.after(result) * random();
    if (typeof result === 'object') {
      log.warn('Mail postponed', { mail: mail.mailKey, reason: result.reason });
      await putOffMail(database, mail, result.reason, new Date(clock().getTime() + wait));
      await pause(wait);
    }
  }
  return results;
}

/** Reads the recipients and books of these mails. */
async function readAbout({ database, shop }: SendPorts, mails: ClaimedMail[]) {
  const members = await readMembers(shop, [...new Set(mails.map((mail) => mail.memberId))]);
  const bookIds = new Set(mails.flatMap((mail) => mail.notes.map((note) => note.bookId)));
  return { members, books: await readBooks(database, [...bookIds]) };
}

/** How a sender slows down while SES accepts nothing. */
interface Pace {
  /** The longest pause after this result, in milliseconds. */
  after(result: Result): number;
  isStopped(): boolean;
}

function newPace(): Pace {
  let postponed = 0;
  return {
    after(result) {
      if (result === 'SENT') postponed = 0;
      if (typeof result !== 'object') return 0;
      postponed += 1;
      return FIRST_PAUSE_MS * 2 ** (postponed - 1);
    },
    isStopped: () => postponed >= MOST_POSTPONED_IN_A_ROW,
  };
}

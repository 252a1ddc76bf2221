import type { Database } from '../../../db/database.ts';
import { readTime } from '../../../db/time.ts';

/** When a sender may hand a mail to SES. */
export interface Turns {
  /** Waits for the next turn. One that was waited for and not used comes again at once. */
  next(): Promise<void>;
  /** The turn is used: a mail is being handed over. */
  use(): void;
}

export interface TurnPorts {
  database: Database;
  clock: () => Date;
  pause: (milliseconds: number) => Promise<void>;
}

// A mail leaves its turn by the time of one statement, its last look at consent: with 4 % to spare, 40
// milliseconds more or less let no second hold more than its mails.
const PART_USED = 0.96;
// How late a turn may still be used, in milliseconds. More of it lets more mails meet in one second.
const PATIENCE_MS = 100;
// No queue of senders is so long; a clock was wrong.
const FARTHEST_MS = 120_000;

const SEEN = `select next_at, version from mail_pace where id = 1`;

const TAKE = `
  update mail_pace set next_at = :next, version = version + 1 where id = 1 and version = :version`;

/**
 * Gives a sender turns such that all senders together, of every execution, hand over no more mails
 * than `mailsPerSecond`. A turn is taken from one row of the database for each mail, in the order in
 * which senders ask, so who is slow leaves the rate to the others; several turns at once would pass
 * while their sender is still at the first. Turns are evenly spread, so no second gets more than its
 * mails, unless the database makes several senders wait and lets them go together: one mail each, a
 * short burst as SES allows it.
 */
export function takeTurns(ports: TurnPorts, mailsPerSecond: number): Turns {
  const { clock, pause } = ports;
  let turn: number | null = null;
  return {
    async next() {
      if (turn !== null && clock().getTime() > turn + PATIENCE_MS) turn = null;
      turn ??= await reserve(ports, 1000 / (mailsPerSecond * PART_USED));
      const wait = turn - clock().getTime();
      if (wait > 0) await pause(wait);
    },
    use() {
      turn = null;
    },
  };
}

/** Takes so many milliseconds of everybody's time for this sender; gives when they begin. */
async function reserve({ database, clock }: TurnPorts, milliseconds: number): Promise<number> {
  for (;;) {
    const [pace] = await database.query<{ next_at: string; version: number }>(SEEN);
    if (pace === undefined) throw new Error('mail_pace has no row, expected id 1');
    const now = clock().getTime();
    const free = readTime(pace.next_at).getTime();
    const turn = free > now + FARTHEST_MS ? now : Math.max(free, now);
    // Rounded up to what a Date holds: never too fast.
    const next = new Date(Math.ceil(turn + milliseconds));
    // When the answer is lost the client asks again and is told that nothing was changed: that turn
    // is lost, and another is taken.
    if ((await database.execute(TAKE, { next, version: pace.version })) > 0) return turn;
  }
}

import type { Database } from '../../../db/database.ts';
import { readTime } from '../../../db/time.ts';

/** Limits when a sender may hand a mail to SES. */
export interface Turns {
  /** Waits for the next turn. If the last turn was not used, returns at once. */
  next(): Promise<void>;
  /** Uses the turn: a mail is being handed over. */
  use(): void;
}

export interface TurnPorts {
  database: Database;
  clock: () => Date;
  pause: (milliseconds: number) => Promise<void>;
}

// A mail leaves later than its turn by the time of one statement, its last consent check: with 4 %
// to spare, deviations of 40 milliseconds let no second exceed its mails.
const PART_USED = 0.96;
// How late a turn may still be used, in milliseconds. A larger value would let more mails meet in
// one second.
const PATIENCE_MS = 100;
// No queue of senders is this long; a clock must be wrong.
const FARTHEST_MS = 120_000;

const SEEN = `select next_at, version from mail_pace where id = 1`;

const TAKE = `
  update mail_pace set next_at = :next, version = version + 1 where id = 1 and version = :version`;

/**
 * Spaces the turns so that all senders together, of every execution, hand over no more mails than
 * `mailsPerSecond`. Reserves each mail's turn in one database row, in the order in which senders
 * ask, so a slow sender leaves the rate to the others; if it reserved several turns at once, they
 * would pass unused. Turns are evenly spaced, so no second exceeds its mails, unless the database
 * delays several senders and releases them together: then one mail each, a short burst that SES
 * allows.
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

/** Reserves this many milliseconds of the shared time for this sender; returns when they begin. */
async function reserve({ database, clock }: TurnPorts, milliseconds: number): Promise<number> {
  for (;;) {
    const [pace] = await database.query<{ next_at: string; version: number }>(SEEN);
    if (pace === undefined) throw new Error('mail_pace has no row, expected id 1');
    const now = clock().getTime();
    const free = readTime(pace.next_at).getTime();
    const turn = free > now + FARTHEST_MS ? now : Math.max(free, now);
    // Rounded up to the precision of a Date: never too fast.
    const next = new Date(Math.ceil(turn + milliseconds));
    // If the answer is lost, the client repeats the statement and is told that nothing changed:
    // that turn is lost, and another one is reserved.
    if ((await database.execute(TAKE, { next, version: pace.version })) > 0) return turn;
  }
}

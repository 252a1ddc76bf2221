import type { Database } from '../../../db/database.ts';

/** After this time a row's content no longer delays anybody. */
const FORGET_MS = 86_400_000;
/** One in this many tries that may have added rows deletes old ones: more than were added since. */
const SWEEP_EVERY = 20;

const OLD = `
  select subject from sign_in_throttle where last_at < :before order by last_at limit 100`;

// By key and in key order, as a claim locks them.
const SWEEP = `
  delete t from json_table(:subjects, '$[*]' columns (
    subject char(66) character set ascii path '$'
  )) as old
  straight_join sign_in_throttle t on t.subject = old.subject collate ascii_bin
  where t.last_at < :before`;

export interface ThrottleOptions {
  /** Keys the logins and addresses in the table. */
  secret: string;
  /**
   * How many passwords may be checked per minute; known devices have the same number in addition.
   */
  perMinute: number;
  /** Logs an error without stopping a sign-in. */
  warn: (message: string) => void;
  /** Returns a number in [0, 1); defaults to `Math.random`. */
  random?: () => number;
}

/** The stored tries. */
export interface ThrottleTable {
  database: Database;
  secret: string;
  perMinute: number;
  /** Occasionally deletes rows that were not used for a day. Never rejects. */
  sweep(now: Date): Promise<void>;
}

export function openThrottleTable(
  database: Database,
  { secret, perMinute, warn, random = Math.random }: ThrottleOptions,
): ThrottleTable {
  return {
    database,
    secret,
    perMinute,
    async sweep(now) {
      if (random() * SWEEP_EVERY >= 1) return;
      const before = new Date(now.getTime() - FORGET_MS);
      try {
        const old = await database.query(OLD, { before });
        if (old.length === 0) return;
        const subjects = JSON.stringify(old.map(({ subject }) => String(subject)).sort());
        await database.execute(SWEEP, { subjects, before });
      } catch (error) {
        // The sign-in does not depend on it, and the next sweep deletes the same rows.
        warn(`Could not delete old sign-in tries; the next sweep deletes them: ${String(error)}`);
      }
    },
  };
}

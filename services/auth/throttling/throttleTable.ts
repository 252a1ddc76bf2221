import type { Database } from '../../../db/database.ts';

/** After this time a row's content makes nobody wait. */
const FORGET_MS = 86_400_000;
/** One in this many tries that may have added rows deletes old ones: more than were added since. */
const SWEEP_EVERY = 20;

const OLD = `
  select subject from sign_in_throttle where last_at < :before order by last_at limit 100`;

// By their keys and in their order, as a claim locks them.
const SWEEP = `
  delete t from json_table(:subjects, '$[*]' columns (
    subject char(66) character set ascii path '$'
  )) as old
  straight_join sign_in_throttle t on t.subject = old.subject collate ascii_bin
  where t.last_at < :before`;

export interface ThrottleOptions {
  /** Keys the logins and addresses that the table holds. */
  secret: string;
  /** How many passwords may be checked per minute; known devices have as many again. */
  perMinute: number;
  /** Logs what went wrong without stopping a sign-in. */
  warn: (message: string) => void;
  /** From 0 up to 1; `Math.random` when omitted. */
  random?: () => number;
}

/** Where tries are kept. */
export interface ThrottleTable {
  database: Database;
  secret: string;
  perMinute: number;
  /** Now and then takes rows away that nobody has used for a day. Never rejects. */
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
        // Whoever signs in does not depend on it, and the next sweep takes the same rows.
        warn(`Old tries to sign in are removed later: ${String(error)}`);
      }
    },
  };
}

import type { Database } from '../../db/database.ts';

/** After this, nobody is asked to wait for what a row holds. */
const FORGET_MS = 86_400_000;
/** One in so many tries that may have added rows takes old ones away: more than were added since. */
const SWEEP_EVERY = 20;

const SWEEP = 'delete from sign_in_throttle where last_at < :before order by last_at limit 100';

export interface ThrottleOptions {
  /** Keys what the table holds in place of logins and addresses. */
  secret: string;
  /** How many passwords may be checked in a minute; known devices have as many again. */
  perMinute: number;
  /** From 0 up to 1; `Math.random` when omitted. */
  random?: () => number;
}

/** Where tries are kept. */
export interface ThrottleTable {
  database: Database;
  secret: string;
  perMinute: number;
  /** Now and then takes rows away that nobody has used for a day. */
  sweep(now: Date): Promise<void>;
}

export function openThrottleTable(
  database: Database,
  { secret, perMinute, random = Math.random }: ThrottleOptions,
): ThrottleTable {
  return {
    database,
    secret,
    perMinute,
    async sweep(now) {
      if (random() * SWEEP_EVERY >= 1) return;
      await database.execute(SWEEP, { before: new Date(now.getTime() - FORGET_MS) });
    },
  };
}

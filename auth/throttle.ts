import { createHash } from 'node:crypto';
import type { Database } from '../db/database.ts';

const WINDOW_SECONDS = 15 * 60;
const LIMITS = { account: 10, address: 100 } as const;

/** Who tries, hashed, so that the table holds neither logins nor addresses. */
interface Attempt {
  login: string;
  /** Whose login it is to the shop; null for a stranger. */
  memberId: string | null;
  address: string;
}

/** Counts sign-ins that did not succeed, per account and per address, in windows of 15 minutes. */
export interface Throttle {
  /**
   * Counts a try before it is made, so that parallel tries count too. Gives the seconds to wait
   * when there have been too many, 0 when this one may go on.
   */
  admit(attempt: Attempt, now: Date): Promise<number>;
  /** A try that succeeded does not count. */
  forgive(attempt: Attempt, now: Date): Promise<void>;
}

/** Keeps the counts in the service's own database, so that all its processes share them. */
export function openThrottle(database: Database): Throttle {
  return {
    async admit(attempt, now) {
      const values = { ...subjects(attempt), start: windowStart(now) };
      await database.execute(
        `insert into sign_in_attempt (subject, window_start, failures)
         values (:login, :start, 1), (:member, :start, 1), (:address, :start, 1)
         on duplicate key update failures = failures + 1`,
        values,
      );
      const rows = await database.query(
        `select subject, failures from sign_in_attempt
         where window_start = :start and subject in (:login, :member, :address)`,
        values,
      );
      const isOver = rows.some(
        (row) =>
          Number(row.failures) > (row.subject === values.address ? LIMITS.address : LIMITS.account),
      );
      if (!isOver) return 0;
      const end = windowStart(now).getTime() / 1000 + WINDOW_SECONDS;
      return Math.max(1, Math.ceil(end - now.getTime() / 1000));
    },

    async forgive(attempt, now) {
      const { login, member, address } = subjects(attempt);
      const start = windowStart(now);
      await database.execute(
        'delete from sign_in_attempt where subject in (:login, :member) and window_start = :start',
        { login, member, start },
      );
      await database.execute(
        `update sign_in_attempt set failures = failures - 1
         where subject = :address and window_start = :start and failures > 0`,
        { address, start },
      );
    },
  };
}

/**
 * A shop's database takes many spellings for one login: other letter case, width or accents, spaces
 * behind. All of them count for the member. A stranger's count for what they have in common, so that
 * neither is asked to wait sooner than the other.
 */
function subjects({ login, memberId, address }: Attempt) {
  const folded = login.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();
  return {
    login: digest(`account:${folded}`),
    member: digest(memberId === null ? `stranger:${folded}` : `member:${memberId}`),
    address: digest(`address:${address}`),
  };
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function windowStart(now: Date): Date {
  const seconds = Math.floor(now.getTime() / 1000);
  return new Date((seconds - (seconds % WINDOW_SECONDS)) * 1000);
}

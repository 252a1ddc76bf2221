import type { Database } from '../../db/database.ts';
import { admitDevice } from './throttling/admitDevice.ts';
import { admitStranger } from './throttling/admitStranger.ts';
import type { Attempt } from './throttling/subjects.ts';
import { openThrottleTable, type ThrottleOptions } from './throttling/throttleTable.ts';
import { unlessDeadlocked } from './throttling/unlessDeadlocked.ts';

/** Between its look and its claim, a try may meet others, and a row that is forgotten. */
const ROUNDS = 3;

/**
 * What was reached: the account's limit, the address's, the known device's, that of a member who signs
 * in again and again, or that of all together.
 */
export type Limit = 'account' | 'address' | 'device' | 'often' | 'total';

/** A try that is not heard, and after how many whole seconds the next one may be. */
export interface Refused {
  seconds: number;
  limit: Limit;
}

/** A try that may be made. It is counted already. */
export interface Admitted {
  /** A try that succeeded counts no more, but in the total and in how often the member signs in. */
  forgive(): Promise<void>;
}

/**
 * Bounds guessing in any 15 minutes, however they lie: 10 tries for an account, 100 from an address, 10
 * on a known device; and in total at a pace. A member signs in 100 times in them at most, and 50 times
 * on known devices, so that nobody who has a right password takes the pace from all others. A try is counted before it is made, so that parallel ones
 * count too. One that is refused is not, so that nobody makes another wait longer by going on.
 */
export interface Throttle {
  admit(attempt: Attempt, now: Date): Promise<Admitted | Refused>;
}

/** Keeps the tries in the service's own database, so that all its processes share them. */
export function openThrottle(database: Database, options: ThrottleOptions): Throttle {
  const table = openThrottleTable(database, options);
  return {
    async admit(attempt, now) {
      for (let round = 0; round < ROUNDS; round += 1) {
        const answer = await unlessDeadlocked(() =>
          attempt.deviceId === null || attempt.memberId === null
            ? admitStranger(table, attempt, now)
            : admitDevice(table, attempt.deviceId, attempt.memberId, now),
        );
        if (answer !== null) return answer;
      }
      return { seconds: 1, limit: 'total' };
    },
  };
}

import type { Database } from '../../../db/database.ts';
import type { Admitted, Refused } from './admission.ts';
import { admitDevice } from './admitDevice.ts';
import { admitStranger } from './admitStranger.ts';
import type { Attempt } from './subjects.ts';
import { openThrottleTable, type ThrottleOptions } from './throttleTable.ts';
import { unlessDeadlocked } from './unlessDeadlocked.ts';

/** Between its look and its claim, a try may meet others, and a row that is forgotten. */
const ROUNDS = 3;

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

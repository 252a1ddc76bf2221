import type { Database } from '../../../db/database.ts';
import type { Admitted, Refused } from './admission.ts';
import { admitDevice } from './admitDevice.ts';
import { admitStranger } from './admitStranger.ts';
import type { Attempt } from './subjects.ts';
import { openThrottleTable, type ThrottleOptions } from './throttleTable.ts';
import { unlessDeadlocked } from './unlessDeadlocked.ts';

/** Between its look and its claim, a try may meet others and a deleted row. */
const ROUNDS = 3;

/**
 * Limits guessing in any 15 minutes: 10 tries for an account, 100 from an address, 10 on a known
 * device, and a pace in total. A member may sign in 100 times in that period, and 50 times on known
 * devices, so that nobody with a correct password takes the pace from all others. A try is counted
 * before it is made, so parallel ones count too. A refused one is not counted, so nobody can
 * prolong another's wait by continuing.
 */
export interface Throttle {
  admit(attempt: Attempt, now: Date): Promise<Admitted | Refused>;
}

/** Keeps the tries in the service's own database, shared by all its processes. */
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

import type { Database } from '../../../db/database.ts';
import { undoableSince } from './undoableSince.ts';

/** Bounds what one run deletes in one statement; a day has many runs. */
const ROWS_PER_RUN = 5_000;

/**
 * Forgets what links have taken away and what can be brought back no longer, at most 5,000 of each kind;
 * gives how many. The record of each consent stays.
 */
export async function forgetStopped(database: Database, now: Date): Promise<number> {
  const before = undoableSince(now);
  let forgotten = 0;
  for (const table of ['stopped_standing', 'stopped_reason'] as const) {
    forgotten += await database.execute(
      `delete from ${table} where stopped_at < :before order by stopped_at limit ${ROWS_PER_RUN}`,
      { before },
    );
  }
  return forgotten;
}

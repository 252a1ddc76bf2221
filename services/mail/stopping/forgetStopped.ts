import type { Database } from '../../../db/database.ts';
import { undoableSince } from './undoableSince.ts';

/** Limits what one run deletes in one statement; a day has many runs. */
const ROWS_PER_RUN = 5_000;

/**
 * Deletes what links have removed and can no longer be restored, at most 5,000 rows of each kind;
 * returns the number deleted. Consent records stay.
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

import type { Database } from '../../../db/database.ts';

/** How long the fate of a mail can be looked up, in days. */
export const KEPT_DAYS = 90;

/** Limits what one run deletes in one statement; a day has many runs. */
const NOTES_PER_RUN = 5_000;

const SETTLED = ['SENT', 'SKIPPED', 'FAILED'];

/**
 * Deletes notes that were settled more than 90 days ago, at most 5,000 of each state; returns the
 * number deleted. Nothing is mailed twice, because the log is never read again. Consent records
 * stay.
 */
export async function purgeOutbox(database: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - KEPT_DAYS * 24 * 60 * 60_000);
  let purged = 0;
  for (const state of SETTLED) {
    purged += await database.execute(
      `delete from mail_outbox where state = :state and settled_at < :before
       order by settled_at limit ${NOTES_PER_RUN}`,
      { state, before },
    );
  }
  return purged;
}

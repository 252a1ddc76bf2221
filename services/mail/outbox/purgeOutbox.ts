import type { Database } from '../../../db/database.ts';

/** For so long it can be told what became of a mail, in days. */
export const KEPT_DAYS = 90;

/** Bounds what one run deletes in one statement; a day has many runs. */
const NOTES_PER_RUN = 5_000;

const SETTLED = ['SENT', 'SKIPPED', 'FAILED'];

/**
 * Forgets notes that were settled more than 90 days ago, at most 5,000 of each state; gives how many.
 * Nobody is told again: the log is never read twice. The record of each consent stays.
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

import type { Database } from '../../../db/database.ts';
import { readTime } from '../../../db/time.ts';

/** How far the senders lag behind. */
export interface Backlog {
  /** For how long the note that waits longest could have been sent, in seconds; 0 when none is due. */
  oldestDueSeconds: number;
  /** Notes whose mail may have arrived, and nobody knows: an attempt ended without an answer. */
  uncertain: number;
}

// A put-off note is due from the end of its pause on. While a lease runs, the mail is in good hands: an
// answer that was lost comes as a Send event within moments.
const READ = `
  select
    min(case when state = 'PENDING' and (lease_until is null or lease_until <= :now)
      then coalesce(lease_until, created_at) end) as oldest_due,
    count(case when (state = 'SENDING' and lease_until <= :now)
      or attempt > case when state = 'SENDING' then 1 else 0 end then 1 end) as uncertain
  from mail_outbox where state in ('PENDING', 'SENDING')`;

/** Reads how far the senders lag behind at this time. */
export async function readBacklog(database: Database, now: Date): Promise<Backlog> {
  const [row] = await database.query<{ oldest_due: string | null; uncertain: number }>(READ, {
    now,
  });
  if (row === undefined) throw new Error('Counting returned no row, expected one');
  const oldest = row.oldest_due === null ? now : readTime(row.oldest_due);
  return {
    oldestDueSeconds: Math.max(0, (now.getTime() - oldest.getTime()) / 1000),
    uncertain: row.uncertain,
  };
}

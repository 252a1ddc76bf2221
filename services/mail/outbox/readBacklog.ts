import type { Database } from '../../../db/database.ts';
import { readTime } from '../../../db/time.ts';

/** How far the senders lag behind. */
export interface Backlog {
  /** For how long the oldest due note could have been sent, in seconds; 0 if none is due. */
  oldestDueSeconds: number;
  /** Notes whose mail may or may not have arrived: an attempt ended without an answer. */
  uncertain: number;
}

// A postponed note is due from the end of its pause. A mail with a running lease does not count: if
// its answer was lost, the Send event arrives within moments.
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

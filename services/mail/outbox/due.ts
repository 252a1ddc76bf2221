import { bindList } from '../../../db/bindList.ts';
import type { Database } from '../../../db/database.ts';
import { readTotal } from '../../../db/readTotal.ts';

/** A mail is given up after this many attempts without an answer from SES. */
export const MOST_ATTEMPTS = 5;

/**
 * Rows of `mail_outbox` that can be claimed at `:now`: new ones, postponed ones, and ones whose
 * sender has crashed. `lease_until` is the end of the lease of a row in SENDING, and the earliest
 * next attempt of a row in PENDING.
 */
export const DUE = `state in ('PENDING', 'SENDING') and attempt < ${MOST_ATTEMPTS}
    and (lease_until is null or lease_until <= :now)`;

/** Returns how many rows of these shards can be claimed at this time. */
export function countDue(database: Database, shards: number[], now: Date): Promise<number> {
  const bound = bindList('shard', shards);
  return readTotal(
    database,
    `select count(*) as total from mail_outbox where ${DUE} and shard in (${bound.names})`,
    { ...bound.values, now },
  );
}

import { bindList } from '../../../db/bindList.ts';
import type { Database } from '../../../db/database.ts';
import { readTotal } from '../../../db/readTotal.ts';

/** After so many attempts without an answer from SES a mail is given up. */
export const MOST_ATTEMPTS = 5;

/**
 * Rows of `mail_outbox` that may be claimed at `:now`: new ones, ones that were put off, and ones
 * whose sender has died. `lease_until` is the end of the lease of a row in SENDING, and the
 * earliest next attempt of a row in PENDING.
 */
export const DUE = `state in ('PENDING', 'SENDING') and attempt < ${MOST_ATTEMPTS}
    and (lease_until is null or lease_until <= :now)`;

/** How many rows of these shards may be claimed at this time. */
export function countDue(database: Database, shards: number[], now: Date): Promise<number> {
  const bound = bindList('shard', shards);
  return readTotal(
    database,
    `select count(*) as total from mail_outbox where ${DUE} and shard in (${bound.names})`,
    { ...bound.values, now },
  );
}

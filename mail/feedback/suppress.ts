import { createHash } from 'node:crypto';
import type { Database } from '../../db/database.ts';
import type { Feedback } from './readFeedback.ts';

/** Keeps that these addresses get no mail any more. What is known of an address already stays. */
export async function suppress(
  database: Database,
  { reason, addresses }: Feedback,
  now: Date,
): Promise<void> {
  for (const address of addresses) {
    await database.execute(
      `insert into suppression (email_hash, reason, created_at) values (:hash, :reason, :now)
       on duplicate key update reason = suppression.reason`,
      { hash: hashAddress(address), reason, now },
    );
  }
}

/** The address itself, which SES may give as `名 <a@b.example>`, in lower case as the sender asks for it. */
function hashAddress(told: string): string {
  const address = /<([^<>]+)>\s*$/.exec(told)?.[1] ?? told;
  return createHash('sha256').update(address.trim().toLowerCase()).digest('hex');
}

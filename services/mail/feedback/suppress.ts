import type { Database } from '../../../db/database.ts';
import { hashAddress } from '../hashAddress.ts';
import type { Feedback } from './readFeedback.ts';

/** Suppresses all further mail to these addresses. Existing suppressions stay unchanged. */
export async function suppress(
  database: Database,
  { reason, addresses }: Feedback,
  now: Date,
): Promise<void> {
  for (const address of addresses) {
    await database.execute(
      `insert into suppression (email_hash, reason, created_at) values (:hash, :reason, :now)
       on duplicate key update reason = suppression.reason`,
      { hash: hashAddress(bareAddress(address)), reason, now },
    );
  }
}

/** Strips the display name: SES may write `名 <a@b.example>`. */
function bareAddress(told: string): string {
  return /<([^<>]+)>\s*$/.exec(told)?.[1] ?? told;
}

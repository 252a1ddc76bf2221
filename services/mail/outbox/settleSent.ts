import type { Database } from '../../../db/database.ts';

/** A mail that SES has accepted. */
export interface SentMail {
  mailKey: string;
  messageId: string;
}

// Checks no lease: if SES has the mail, that is true whoever reports it, and however late. A
// SKIPPED row was left out of the mail before it was sent.
const SETTLE = `
  update mail_outbox
  set state = 'SENT', ses_message_id = :messageId, reason = null, settled_at = :now,
      lease_until = null
  where mail_key = :mailKey and state in ('PENDING', 'SENDING', 'FAILED')`;

/**
 * Records that a mail was sent. Both the sender (on SES's answer) and SES itself (by an event)
 * report this: the first report settles the mail, and the other changes nothing. A mail that was
 * given up without an answer counts as sent if the event arrives later.
 */
export async function settleSent(
  database: Database,
  { mailKey, messageId }: SentMail,
  now: Date,
): Promise<void> {
  await database.execute(SETTLE, { mailKey, messageId, now });
}

import type { Database } from '../../../db/database.ts';

/** A mail that SES has accepted. */
export interface SentMail {
  mailKey: string;
  messageId: string;
}

// No lease is asked for: that SES has the mail is true whoever says it, and however late. A row that
// is SKIPPED was left out of the mail before it was sent.
const SETTLE = `
  update mail_outbox
  set state = 'SENT', ses_message_id = :messageId, reason = null, settled_at = :now,
      lease_until = null
  where mail_key = :mailKey and state in ('PENDING', 'SENDING', 'FAILED')`;

/**
 * Records that a mail was sent. Both the sender says so, when SES answers it, and SES itself, by an
 * event: whichever comes first settles the mail, and the other changes nothing. A mail that was given
 * up for want of an answer counts as sent when the event comes after all.
 */
export async function settleSent(
  database: Database,
  { mailKey, messageId }: SentMail,
  now: Date,
): Promise<void> {
  await database.execute(SETTLE, { mailKey, messageId, now });
}

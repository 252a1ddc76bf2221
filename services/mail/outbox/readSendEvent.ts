import { z } from 'zod';
import type { SentMail } from './settleSent.ts';

// "Contents of event data that Amazon SES publishes": tags are lists, here of one value each.
const sendEvent = z.object({
  source: z.literal('aws.ses'),
  'detail-type': z.literal('Email Sent'),
  detail: z.object({
    eventType: z.literal('Send'),
    mail: z.object({
      messageId: z.string().min(1).max(100),
      tags: z.object({
        'ses:configuration-set': z.tuple([z.string()]),
        mail_key: z.tuple([z.string().regex(/^[\w-]{1,64}$/)]).optional(),
      }),
    }),
  }),
});

/**
 * Parses SES's Send event as EventBridge delivers it. Returns null if the mail is not ours: from
 * another configuration set, or without a key. Throws for anything else.
 */
export function readSendEvent(event: unknown, configurationSet: string): SentMail | null {
  const { messageId, tags } = sendEvent.parse(event).detail.mail;
  const [set] = tags['ses:configuration-set'];
  const [mailKey] = tags.mail_key ?? [];
  return set === configurationSet && mailKey !== undefined ? { mailKey, messageId } : null;
}

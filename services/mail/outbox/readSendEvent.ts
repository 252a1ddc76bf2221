import { z } from 'zod';
import type { SentMail } from './settleSent.ts';

// "Contents of event data that Amazon SES publishes": tags are lists, each of one value here.
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
 * Reads SES's Send event, as EventBridge delivers it. Null when it is of a mail that is not ours: of
 * another configuration set, or without a key. Anything else is an error.
 */
export function readSendEvent(event: unknown, configurationSet: string): SentMail | null {
  const { messageId, tags } = sendEvent.parse(event).detail.mail;
  const [set] = tags['ses:configuration-set'];
  const [mailKey] = tags.mail_key ?? [];
  return set === configurationSet && mailKey !== undefined ? { mailKey, messageId } : null;
}

import { z } from 'zod';

/** Addresses to suppress, and why. */
export interface Feedback {
  reason: 'bounce' | 'complaint';
  /** As written by SES. */
  addresses: string[];
}

/** The event is not SES mail feedback, or does not come from SES. */
export class UnknownFeedback extends Error {
  override readonly name = 'UnknownFeedback';
}

// "Contents of event data that Amazon SES publishes" has `eventType`, "Contents of notifications"
// has `notificationType`; the values mean the same.
const message = z.object({ eventType: z.string() }).or(z.object({ notificationType: z.string() }));
const bounced = z.object({
  bounce: z.object({ bounceType: z.string(), bouncedRecipients: recipients() }),
});
const complained = z.object({
  complaint: z.object({
    complaintFeedbackType: z.string().nullish(),
    complainedRecipients: recipients(),
  }),
});

const fromEventBridge = z.object({
  source: z.string(),
  'detail-type': z.string(),
  detail: z.unknown(),
});
const fromSns = z.object({
  Records: z.array(z.object({ Sns: z.object({ Message: z.string() }) })).min(1),
});
const snsEnvelope = z.object({ Type: z.literal('Notification'), Message: z.string() });

function recipients() {
  return z.array(z.object({ emailAddress: z.string().min(1) })).min(1);
}

/**
 * Reads one event: a permanent bounce, or a complaint that was not taken back. Returns an empty
 * list for events that suppress nobody, such as a full mailbox. Accepts an EventBridge event, a
 * bare notification, and one wrapped by SNS.
 *
 * @throws {UnknownFeedback} for anything else.
 */
export function readFeedback(event: unknown): Feedback[] {
  return unwrap(event).flatMap(readMessage);
}

function unwrap(event: unknown): unknown[] {
  const bridged = fromEventBridge.safeParse(event);
  if (bridged.success) {
    const { source, detail } = bridged.data;
    // Only AWS can put an event whose source begins with `aws.`.
    if (source !== 'aws.ses')
      throw new UnknownFeedback(`an event whose source is ${source}, expected aws.ses`);
    return [detail];
  }
  const records = fromSns.safeParse(event);
  if (records.success) return records.data.Records.map(({ Sns }) => parseJson(Sns.Message));
  const envelope = snsEnvelope.safeParse(event);
  return [envelope.success ? parseJson(envelope.data.Message) : event];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnknownFeedback('an SNS message that is not JSON');
  }
}

function readMessage(said: unknown): Feedback[] {
  const parsed = message.safeParse(said);
  if (!parsed.success) {
    throw new UnknownFeedback('a message with neither eventType nor notificationType');
  }
  const type = 'eventType' in parsed.data ? parsed.data.eventType : parsed.data.notificationType;
  if (type === 'Bounce') return readBounce(said);
  if (type === 'Complaint') return readComplaint(said);
  return [];
}

function readBounce(said: unknown): Feedback[] {
  const parsed = bounced.safeParse(said);
  if (!parsed.success) throw new UnknownFeedback('a bounce without type or recipients');
  const { bounceType, bouncedRecipients } = parsed.data.bounce;
  if (bounceType !== 'Permanent') return [];
  return [{ reason: 'bounce', addresses: toAddresses(bouncedRecipients) }];
}

function readComplaint(said: unknown): Feedback[] {
  const parsed = complained.safeParse(said);
  if (!parsed.success) throw new UnknownFeedback('a complaint without recipients');
  const { complaintFeedbackType, complainedRecipients } = parsed.data.complaint;
  // RFC 5965 section 7.2: the recipient found the mail in the spam folder and reports that it is
  // not spam.
  if (complaintFeedbackType === 'not-spam') return [];
  return [{ reason: 'complaint', addresses: toAddresses(complainedRecipients) }];
}

function toAddresses(told: { emailAddress: string }[]): string[] {
  return told.map(({ emailAddress }) => emailAddress);
}

import { z } from 'zod';
import { AwsError } from '../protocol/awsError.ts';
import { addressesIn } from './addresses.ts';
import { composeEmail } from './composedEmail.ts';
import type { Attachment, Submission } from './mail.ts';
import { readMessage } from './readMessage.ts';
import { checkTag } from './tags.ts';

/** Maximum message size of SES v2 in bytes. */
const LARGEST_MESSAGE = 40 * 1024 * 1024;

const bytes = z.string().transform((text) => Buffer.from(text, 'base64'));
const content = z.strictObject({ Data: z.string(), Charset: z.string().optional() });
const addresses = z.array(z.string()).default([]);
const named = z.strictObject({ Name: z.string(), Value: z.string() });

const attachment = z.strictObject({
  RawContent: bytes,
  FileName: z.string(),
  ContentType: z.string().optional(),
  ContentDisposition: z.enum(['ATTACHMENT', 'INLINE']).optional(),
  ContentDescription: z.string().optional(),
  ContentId: z.string().optional(),
  ContentTransferEncoding: z.enum(['BASE64', 'QUOTED_PRINTABLE', 'SEVEN_BIT']).optional(),
});

const simple = z.strictObject({
  Subject: content,
  Body: z.strictObject({ Text: content.optional(), Html: content.optional() }),
  Headers: z.array(named).max(15).optional(),
  Attachments: z.array(attachment).optional(),
});

/** Supported members of a SendEmail request; others are rejected by name. */
export const emailRequest = z.strictObject({
  FromEmailAddress: z.string().optional(),
  Destination: z
    .strictObject({ ToAddresses: addresses, CcAddresses: addresses, BccAddresses: addresses })
    .optional(),
  ReplyToAddresses: addresses,
  FeedbackForwardingEmailAddress: z.string().optional(),
  Content: z.strictObject({
    Simple: simple.optional(),
    Raw: z.strictObject({ Data: bytes }).optional(),
  }),
  EmailTags: z.array(named).default([]),
  ConfigurationSetName: z.string().optional(),
});

type EmailRequest = z.infer<typeof emailRequest>;

/** Reads SendEmail with `Simple` or `Raw` content. */
export async function readRestEmail(request: EmailRequest): Promise<Submission> {
  const { Simple, Raw } = request.Content;
  if ((Simple === undefined) === (Raw === undefined)) {
    throw new AwsError('ValidationError', 'Content: expected exactly one of Simple and Raw');
  }
  return Raw ? readRaw(request, Raw.Data) : readSimple(request, Simple as z.infer<typeof simple>);
}

function readRaw(request: EmailRequest, data: Buffer): Promise<Submission> {
  const { Destination, FromEmailAddress, ConfigurationSetName } = request;
  const to = Object.values(Destination ?? {}).flat();
  const envelope = {
    source: request.FeedbackForwardingEmailAddress ?? FromEmailAddress,
    to: to.length > 0 ? to.flatMap(addressesIn) : undefined,
    tags: tagsOf(request),
    configurationSet: ConfigurationSetName,
  };
  return readMessage(data, envelope, LARGEST_MESSAGE);
}

function readSimple(request: EmailRequest, message: z.infer<typeof simple>): Submission {
  const { FromEmailAddress, Destination } = request;
  if (!FromEmailAddress) throw new AwsError('ValidationError', 'FromEmailAddress is missing');
  const attachments = (message.Attachments ?? []).map(
    (one): Attachment => ({
      name: one.FileName,
      type: one.ContentType ?? 'application/octet-stream',
      size: one.RawContent.length,
    }),
  );
  return composeEmail({
    from: FromEmailAddress,
    to: Destination?.ToAddresses ?? [],
    cc: Destination?.CcAddresses ?? [],
    bcc: Destination?.BccAddresses ?? [],
    replyTo: request.ReplyToAddresses,
    returnPath: request.FeedbackForwardingEmailAddress,
    subject: message.Subject.Data,
    html: message.Body.Html?.Data ?? null,
    text: message.Body.Text?.Data ?? null,
    headers: (message.Headers ?? []).map(({ Name, Value }) => ({ name: Name, value: Value })),
    attachments,
    tags: tagsOf(request),
    configurationSet: request.ConfigurationSetName,
  });
}

function tagsOf({ EmailTags }: EmailRequest): { [name: string]: string } {
  for (const { Name, Value } of EmailTags) checkTag(Name, Value);
  return Object.fromEntries(EmailTags.map(({ Name, Value }) => [Name, Value]));
}

import { randomUUID } from 'node:crypto';
import { accountId, arn } from '../../lib/aws.ts';
import type { Json } from '../../lib/resource.ts';
import type { Mail, Undelivered } from './mail.ts';
import { fateOf } from './simulator.ts';

/** One event of a mail: EventBridge's `detail` and its `detail-type`. */
export interface MailEvent {
  type: 'Send' | 'Delivery' | 'Bounce' | 'Complaint';
  detailType: string;
  detail: { [name: string]: Json };
}

const DETAIL_TYPES = {
  Send: 'Email Sent',
  Delivery: 'Email Delivered',
  Bounce: 'Email Bounced',
  Complaint: 'Email Complaint Received',
};

const SUBTYPES: { readonly [why in Undelivered]: string } = {
  BOUNCED: 'General',
  ON_ACCOUNT_LIST: 'OnAccountSuppressionList',
  ON_GLOBAL_LIST: 'Suppressed',
};

/**
 * The events of an accepted mail in order ("Contents of event data that Amazon SES publishes to
 * Amazon SNS" and "Amazon Simple Email Service events" of EventBridge): sent, then delivered or
 * bounced for each recipient, then any complaint.
 */
export function eventsOf(
  mail: Mail,
  source: string,
  configurationSet: string | undefined,
): MailEvent[] {
  const about = describe(mail, source, configurationSet);
  const event = (type: MailEvent['type'], name: string, detail: Json): MailEvent => ({
    type,
    detailType: DETAIL_TYPES[type],
    detail: { eventType: type, mail: about, [name]: detail },
  });
  const delivered = mail.to.filter((address) => mail.undelivered?.[address] === undefined);
  const complaining = delivered.filter((address) => fateOf(address) === 'complained');
  const timestamp = mail.at;
  return [
    event('Send', 'send', {}),
    ...delivered.map((address) =>
      event('Delivery', 'delivery', {
        timestamp,
        processingTimeMillis: 0,
        recipients: [address],
        smtpResponse: '250 2.6.0 Message received',
        reportingMTA: 'local.smtp-out.amazonses.com',
      }),
    ),
    ...Object.entries(mail.undelivered ?? {}).map(([address, why]) =>
      event('Bounce', 'bounce', bounce(address, why, timestamp)),
    ),
    ...complaining.map((address) =>
      event('Complaint', 'complaint', {
        complainedRecipients: [{ emailAddress: address }],
        timestamp,
        feedbackId: feedbackId(),
        complaintSubType: null,
        userAgent: 'Amazon SES Mailbox Simulator',
        complaintFeedbackType: 'abuse',
        arrivalDate: timestamp,
      }),
    ),
  ];
}

function bounce(address: string, why: Undelivered, timestamp: string): Json {
  const refused = why === 'BOUNCED';
  return {
    bounceType: 'Permanent',
    bounceSubType: SUBTYPES[why],
    bouncedRecipients: [
      {
        emailAddress: address,
        action: 'failed',
        status: '5.1.1',
        diagnosticCode: refused
          ? 'smtp; 550 5.1.1 user unknown'
          : 'Amazon SES did not send the message to this address because it is on the suppression list',
      },
    ],
    timestamp,
    feedbackId: feedbackId(),
    reportingMTA: 'dns; local.smtp-out.amazonses.com',
  };
}

function describe(mail: Mail, source: string, configurationSet: string | undefined): Json {
  const { at, messageId, to, subject, headers } = mail;
  const text = (name: string) => [headers[name] ?? []].flat();
  return {
    timestamp: at,
    source,
    sourceArn: arn('ses', `identity/${source.split('@').at(-1)}`),
    sendingAccountId: accountId,
    messageId,
    destination: to,
    headersTruncated: false,
    headers: Object.entries(headers).flatMap(([name, values]) =>
      [values].flat().map((value) => ({ name, value })),
    ),
    commonHeaders: { from: text('from'), to: text('to'), messageId, subject },
    tags: {
      ...(configurationSet === undefined ? {} : { 'ses:configuration-set': [configurationSet] }),
      'ses:from-domain': [source.split('@').at(-1) ?? ''],
      ...Object.fromEntries(Object.entries(mail.tags).map(([name, value]) => [name, [value]])),
    },
  };
}

function feedbackId(): string {
  return `0106${randomUUID()}-000000`;
}

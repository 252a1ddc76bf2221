interface FeedbackEvent {
  name: string;
  event: unknown;
  /** The members it suppresses, with the reason. */
  stops: { [member: string]: string };
}

const at = '2026-11-26T03:04:05.678Z';
const mail = {
  timestamp: at,
  source: 'shinkan@shop.example',
  messageId: '010601-0000',
  destination: ['m1@reader.example'],
};
const tags = { 'ses:configuration-set': ['shinkan'], mail_key: ['x'] };

const bounce = (bounceType: string, bounceSubType: string, ...addresses: string[]) => ({
  bounceType,
  bounceSubType,
  bouncedRecipients: addresses.map((emailAddress) => ({
    emailAddress,
    action: 'failed',
    status: '5.1.1',
    diagnosticCode: 'smtp; 550 5.1.1 user unknown',
  })),
  timestamp: at,
  feedbackId: '0106-000000',
  reportingMTA: 'dns; mta.example',
});

const complaint = (complaintFeedbackType: string | null, ...addresses: string[]) => ({
  complainedRecipients: addresses.map((emailAddress) => ({ emailAddress })),
  timestamp: at,
  feedbackId: '0106-000001',
  complaintSubType: null,
  ...(complaintFeedbackType === null ? {} : { complaintFeedbackType, userAgent: 'Reader/1.0' }),
});

const bridged = (detailType: string, detail: object, source = 'aws.ses') => ({
  version: '0',
  id: '12345678-0000-0000-0000-000000000000',
  'detail-type': detailType,
  source,
  account: '123456789012',
  time: at,
  region: 'ap-northeast-1',
  resources: ['arn:aws:ses:ap-northeast-1:123456789012:configuration-set/shinkan'],
  detail: { ...detail, mail: { ...mail, tags } },
});

const notification = (said: object) => JSON.stringify({ ...said, mail });

/** SES’s events in both shapes, bare and wrapped, and what somebody else might send instead. */
export const feedbackEvents: FeedbackEvent[] = [
  {
    name: 'a permanent bounce, published as an event, stops its address',
    event: bridged('Email Bounced', {
      eventType: 'Bounce',
      bounce: bounce('Permanent', 'General', 'M1@Reader.example'),
    }),
    stops: { m1: 'bounce' },
  },
  {
    name: 'a complaint, published as an event, stops its address',
    event: bridged('Email Complaint Received', {
      eventType: 'Complaint',
      complaint: complaint('abuse', 'm2@reader.example'),
    }),
    stops: { m2: 'complaint' },
  },
  {
    name: 'a bounce off the list of the account stops its address here as well',
    event: bridged('Email Bounced', {
      eventType: 'Bounce',
      bounce: bounce('Permanent', 'OnAccountSuppressionList', 'm3@reader.example'),
    }),
    stops: { m3: 'bounce' },
  },
  {
    name: 'a full mailbox stops nobody',
    event: bridged('Email Bounced', {
      eventType: 'Bounce',
      bounce: bounce('Transient', 'MailboxFull', 'm1@reader.example'),
    }),
    stops: {},
  },
  {
    name: 'a bounce of unknown kind stops nobody',
    event: bridged('Email Bounced', {
      eventType: 'Bounce',
      bounce: bounce('Undetermined', 'Undetermined', 'm1@reader.example'),
    }),
    stops: {},
  },
  {
    name: 'a reader who says that it is no spam stops nobody',
    event: bridged('Email Complaint Received', {
      eventType: 'Complaint',
      complaint: complaint('not-spam', 'm1@reader.example'),
    }),
    stops: {},
  },
  {
    name: "a notification of the identity, in SNS's records, stops each of its addresses",
    event: {
      Records: [
        {
          EventSource: 'aws:sns',
          Sns: {
            Type: 'Notification',
            Message: notification({
              notificationType: 'Bounce',
              bounce: bounce('Permanent', 'NoEmail', 'm1@reader.example', '花 <m4@reader.example>'),
            }),
          },
        },
      ],
    },
    stops: { m1: 'bounce', m4: 'bounce' },
  },
  {
    name: 'a notification of the identity, in the envelope of SNS, stops its address',
    event: {
      Type: 'Notification',
      MessageId: 'x',
      Message: notification({
        notificationType: 'Complaint',
        complaint: complaint(null, 'm2@reader.example'),
      }),
    },
    stops: { m2: 'complaint' },
  },
  {
    name: 'a notification as it is stops its address',
    event: JSON.parse(
      notification({
        notificationType: 'Complaint',
        complaint: complaint('fraud', 'm3@reader.example'),
      }),
    ),
    stops: { m3: 'complaint' },
  },
  {
    name: 'an event of which somebody else says that it bounced stops nobody',
    event: bridged(
      'Email Bounced',
      { eventType: 'Bounce', bounce: bounce('Permanent', 'General', 'm1@reader.example') },
      'shop.tools',
    ),
    stops: {},
  },
  {
    name: 'a bounce without its recipients stops nobody',
    event: bridged('Email Bounced', { eventType: 'Bounce', bounce: { bounceType: 'Permanent' } }),
    stops: {},
  },
  {
    name: 'a message of SNS that is no JSON stops nobody',
    event: { Records: [{ Sns: { Message: 'm1@reader.example bounced' } }] },
    stops: {},
  },
];

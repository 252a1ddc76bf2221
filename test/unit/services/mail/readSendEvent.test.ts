import { expect, test } from 'vitest';
import { readSendEvent } from '../../../../services/mail/outbox/readSendEvent.ts';

const aSendEvent = (tags: object) => ({
  version: '0',
  id: '5c1e1b1e-0000-4000-8000-000000000000',
  source: 'aws.ses',
  'detail-type': 'Email Sent',
  account: '123456789012',
  time: '2026-03-14T00:00:00Z',
  region: 'ap-northeast-1',
  resources: ['arn:aws:ses:ap-northeast-1:123456789012:configuration-set/ours'],
  detail: {
    eventType: 'Send',
    mail: {
      timestamp: '2026-03-14T00:00:00.000Z',
      messageId: '0106-message',
      destination: ['hanako@reader.example'],
      tags: { 'ses:configuration-set': ['ours'], 'ses:from-domain': ['shop.example'], ...tags },
    },
    send: {},
  },
});

test('readSendEvent returns the mail and the id that SES gave it', () => {
  const event = aSendEvent({ mail_key: ['a-key'] });
  expect(readSendEvent(event, 'ours')).toEqual({ mailKey: 'a-key', messageId: '0106-message' });
});

test('readSendEvent returns null for a mail without a key', () => {
  expect(readSendEvent(aSendEvent({}), 'ours')).toBeNull();
});

test('readSendEvent returns null for a mail of another configuration set, whatever its key', () => {
  const event = aSendEvent({ mail_key: ['a-key'], 'ses:configuration-set': ['theirs'] });
  expect(readSendEvent(event, 'ours')).toBeNull();
});

test.each([
  ['nothing', undefined],
  ['another source', { ...aSendEvent({ mail_key: ['a-key'] }), source: 'my.app' }],
  ['another event', { ...aSendEvent({ mail_key: ['a-key'] }), 'detail-type': 'Email Bounced' }],
  ['no configuration set', aSendEvent({ mail_key: ['a-key'], 'ses:configuration-set': undefined })],
  ['two keys', aSendEvent({ mail_key: ['a-key', 'b-key'] })],
  ['a key that no sender writes', aSendEvent({ mail_key: ["a' or '1"] })],
])('readSendEvent throws for %s', (_, event) => {
  expect(() => readSendEvent(event, 'ours')).toThrow();
});

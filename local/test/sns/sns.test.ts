import { describe, expect, it, test } from 'vitest';
import type { Json, Resource } from '../../lib/resource.ts';
import type { Mail } from '../../services/ses/mail.ts';
import { startSns } from '../../services/sns/startSns.ts';

const told = 'arn:aws:sns:ap-northeast-1:000000000000:told';
const other = 'arn:aws:sns:ap-northeast-1:000000000000:other';

const resource = (
  kind: 'Topic' | 'Subscription',
  ref: string,
  properties: { [name: string]: Json },
): Resource => ({
  stack: 'Service',
  logicalId: kind,
  type: `AWS::SNS::${kind}`,
  ref,
  properties,
});
const mailedTo = (address: string, topic = told) =>
  resource('Subscription', `${topic}:1`, {
    TopicArn: topic,
    Protocol: 'email',
    Endpoint: address,
  });

function start(...resources: Resource[]) {
  const mails: Mail[] = [];
  const sns = startSns({
    resources,
    deliver: async (mail) => {
      mails.push(mail);
    },
  });
  return { sns, mails };
}

test('a notification is mailed to every address subscribed to the topic', async () => {
  const { sns, mails } = start(
    resource('Topic', told, { KmsMasterKeyId: 'key' }),
    resource('Topic', other, {}),
    mailedTo('tencho@shop.example'),
    mailedTo('night@shop.example'),
    mailedTo('nobody@shop.example', other),
  );
  await sns.publish(told, { subject: 'ALARM: "held"', message: '{}', mailText: 'It is held.' });
  expect(mails.map(({ to, from, subject }) => ({ to, from, subject }))).toEqual(
    ['tencho@shop.example', 'night@shop.example'].map((address) => ({
      to: [address],
      from: 'AWS Notifications <no-reply@sns.amazonaws.com>',
      subject: 'ALARM: "held"',
    })),
  );
  expect(mails[0]?.text).toMatch(/^It is held\.\n/);
  expect(mails[0]?.html).toBeNull();
  expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(2);
});

test('a notification without a text for mails is mailed as it is', async () => {
  const { sns, mails } = start(resource('Topic', told, {}), mailedTo('tencho@shop.example'));
  await sns.publish(told, { subject: 'News', message: '{"a":1}' });
  expect(mails[0]?.text).toMatch(/^\{"a":1\}\n/);
});

test('a topic’s display name is the sender’s name', async () => {
  const { sns, mails } = start(
    resource('Topic', told, { DisplayName: '新刊' }),
    mailedTo('tencho@shop.example'),
  );
  await sns.publish(told, { subject: 'News', message: '' });
  expect(mails[0]?.from).toBe('新刊 <no-reply@sns.amazonaws.com>');
});

test('an unknown topic is an error', async () => {
  await expect(start().sns.publish(told, { subject: '', message: '' })).rejects.toThrow(
    `there is no topic ${told}`,
  );
});

describe('an unsupported setting stops the start, by name', () => {
  it.each<[string, Resource, RegExp]>([
    [
      'other protocols',
      resource('Subscription', 's', { TopicArn: told, Protocol: 'sqs', Endpoint: 'arn' }),
      /Protocol sqs is not emulated, only email/,
    ],
    [
      'filters',
      resource('Subscription', 's', { Protocol: 'email', FilterPolicy: {} }),
      /property FilterPolicy is not emulated/,
    ],
    ['order', resource('Topic', told, { FifoTopic: true }), /property FifoTopic is not emulated/],
    [
      'subscriptions inside of a topic',
      resource('Topic', told, { Subscription: [] }),
      /property Subscription is not emulated/,
    ],
  ])('%s', (_, one, message) => expect(() => start(one)).toThrow(message));
});

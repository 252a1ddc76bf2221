import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import {
  GetIdentityVerificationAttributesCommand,
  GetSendQuotaCommand,
  ListConfigurationSetsCommand,
  ListIdentitiesCommand,
  SendEmailCommand,
} from '@aws-sdk/client-ses';
import { expect, test } from 'vitest';
import { rawMail, serve } from './support.ts';

test('an accepted mail is recorded with all details that a reader may need', async () => {
  const { ses, client, mails, inbox } = await serve();
  const call = { ConfigurationSetName: 'shinkan', Tags: [{ Name: 'mail_key', Value: 'm-1' }] };
  const { MessageId } = await client.send(rawMail({}, call));
  expect(mails()).toEqual([
    {
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      messageId: MessageId,
      from: '新刊お知らせ <news@shop.example.jp>',
      to: ['hanako@example.org'],
      subject: '『雪国の灯』本日発売',
      headers: expect.objectContaining({
        'list-unsubscribe': '<https://shop.example.jp/unsubscribe?t=1>',
        'message-id': `<${MessageId}@ap-northeast-1.amazonses.com>`,
        to: 'hanako@example.org',
      }),
      html: expect.stringContaining('<p>本日発売です</p>'),
      text: expect.stringContaining('本日発売です'),
      tags: { mail_key: 'm-1' },
    },
  ]);
  expect(await inbox()).toMatchObject([{ messageId: MessageId, subject: '『雪国の灯』本日発売' }]);
  await ses.stop();
});

test('the inbox rejects requests under another site’s host name', async () => {
  const { ses, client } = await serve();
  await client.send(rawMail());
  const asked = get(`${ses.inboxUrl}/store`, { headers: { host: 'elsewhere.jp' } });
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  expect(answer.statusCode).toBe(403);
  answer.resume();
  await ses.stop();
});

test('the recipients come from the call, not the header; Bcc is never shown', async () => {
  const { ses, client, mails } = await serve();
  await client.send(rawMail({ Bcc: 'secret@example.org' }, { Destinations: ['taro@example.org'] }));
  expect(mails()[0]?.to).toEqual(['taro@example.org']);
  expect(mails()[0]?.headers).not.toHaveProperty('bcc');
  await ses.stop();
});

test('SES’s own headers are followed and removed', async () => {
  const { ses, client, mails } = await serve();
  const directions = {
    'X-SES-CONFIGURATION-SET': 'shinkan',
    'X-SES-MESSAGE-TAGS': 'kind=ON_SALE, run=7',
  };
  await client.send(rawMail(directions));
  expect(mails()[0]?.tags).toEqual({ kind: 'ON_SALE', run: '7' });
  expect(Object.keys(mails()[0]?.headers ?? {}).filter((name) => name.startsWith('x-ses'))).toEqual(
    [],
  );
  await ses.stop();
});

test('SendEmail lets SES compose the mail', async () => {
  const { ses, client, mails } = await serve();
  const command = new SendEmailCommand({
    Source: 'owner@example.com',
    Destination: { ToAddresses: ['花子 <hanako@example.org>'], BccAddresses: ['b@example.org'] },
    Message: { Subject: { Data: '件名' }, Body: { Text: { Data: '本文 & <b>' } } },
  });
  await client.send(command);
  expect(mails()).toMatchObject([
    {
      to: ['hanako@example.org', 'b@example.org'],
      subject: '件名',
      text: '本文 & <b>',
      html: null,
    },
  ]);
  await ses.stop();
});

test('mails sent at once are all written, each on its own line', async () => {
  const { ses, client, mails } = await serve();
  const sent = await Promise.all(Array.from({ length: 40 }, () => client.send(rawMail())));
  const ids = mails().map(({ messageId }) => messageId);
  expect(ids.toSorted()).toEqual(sent.map(({ MessageId }) => MessageId).toSorted());
  await ses.stop();
});

test('the account’s status and limits are returned', async () => {
  const { ses, client } = await serve();
  await client.send(rawMail());
  const quota = await client.send(new GetSendQuotaCommand({}));
  expect(quota).toMatchObject({ SentLast24Hours: 1, MaxSendRate: expect.any(Number) });
  const domains = await client.send(new ListIdentitiesCommand({ IdentityType: 'Domain' }));
  expect(domains.Identities).toEqual(['shop.example.jp']);
  const { VerificationAttributes } = await client.send(
    new GetIdentityVerificationAttributesCommand({ Identities: ['shop.example.jp', 'other.jp'] }),
  );
  expect(VerificationAttributes).toEqual({ 'shop.example.jp': { VerificationStatus: 'Success' } });
  const sets = await client.send(new ListConfigurationSetsCommand({}));
  expect(sets.ConfigurationSets).toEqual([{ Name: 'shinkan' }, { Name: 'paused' }]);
  await ses.stop();
});

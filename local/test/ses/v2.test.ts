import {
  CreateEmailIdentityCommand,
  GetAccountCommand,
  GetConfigurationSetCommand,
  GetEmailIdentityCommand,
  ListConfigurationSetsCommand,
  ListEmailIdentitiesCommand,
  SendBulkEmailCommand,
  SendEmailCommand,
  type SendEmailCommandInput,
} from '@aws-sdk/client-sesv2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from './support.ts';

let running: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  running = await serve();
});
afterAll(() => running.ses.stop());

const simple = (more: Partial<SendEmailCommandInput> = {}) =>
  new SendEmailCommand({
    FromEmailAddress: '新刊 <news@shop.example.jp>',
    Destination: { ToAddresses: ['花子 <hanako@example.org>'], CcAddresses: ['taro@example.org'] },
    ReplyToAddresses: ['shop@shop.example.jp'],
    Content: {
      Simple: {
        Subject: { Data: '本日発売' },
        Body: { Text: { Data: '本文' }, Html: { Data: '<p>本文</p>' } },
        Headers: [{ Name: 'List-Unsubscribe', Value: '<https://shop.example.jp/u>' }],
        Attachments: [
          { FileName: '目録.txt', ContentType: 'text/plain', RawContent: Buffer.from('雪国') },
        ],
      },
    },
    EmailTags: [{ Name: 'kind', Value: 'ON_SALE' }],
    ...more,
  });

test('SendEmail composes a message', async () => {
  const { MessageId } = await running.v2.send(simple());
  expect(running.mails().at(-1)).toMatchObject({
    messageId: MessageId,
    from: '新刊 <news@shop.example.jp>',
    to: ['hanako@example.org', 'taro@example.org'],
    subject: '本日発売',
    html: '<p>本文</p>',
    text: '本文',
    tags: { kind: 'ON_SALE' },
    attachments: [{ name: '目録.txt', type: 'text/plain', size: 6 }],
    headers: {
      'reply-to': 'shop@shop.example.jp',
      'list-unsubscribe': '<https://shop.example.jp/u>',
      'return-path': `<${MessageId}@bounce.example.jp>`,
    },
  });
});

test('SendEmail accepts a raw message with the call’s envelope', async () => {
  const Data = Buffer.from(
    'From: news@shop.example.jp\r\nTo: a@example.org\r\nSubject: raw\r\n\r\nbody',
  );
  const raw = { Content: { Raw: { Data } }, ReplyToAddresses: undefined };
  const { MessageId } = await running.v2.send(simple(raw));
  expect(running.mails().at(-1)).toMatchObject({
    messageId: MessageId,
    to: ['hanako@example.org', 'taro@example.org'],
    subject: 'raw',
    text: expect.stringContaining('body'),
  });
});

test.each([
  [
    'an unverified sender',
    simple({ FromEmailAddress: 'a@elsewhere.jp' }),
    'MessageRejected',
    400,
    /not verified/,
  ],
  [
    'an unknown configuration set',
    simple({ ConfigurationSetName: 'other' }),
    'NotFoundException',
    404,
    /<other> does not exist/,
  ],
  [
    'a paused configuration set',
    simple({ ConfigurationSetName: 'paused' }),
    'SendingPausedException',
    400,
    /paused/,
  ],
  [
    'an address without a domain',
    simple({ Destination: { ToAddresses: ['hanako'] } }),
    'BadRequestException',
    400,
    /Illegal address|recipients/,
  ],
  [
    'a list that manages subscriptions',
    simple({ ListManagementOptions: { ContactListName: 'l' } }),
    'BadRequestException',
    400,
    /ListManagementOptions is not emulated/,
  ],
  [
    '51 recipients',
    simple({
      Destination: { ToAddresses: Array.from({ length: 51 }, (_, i) => `m${i}@example.org`) },
    }),
    'BadRequestException',
    400,
    /exceeds 50/,
  ],
])('%s is rejected', async (_, command, name, status, message) => {
  const before = running.mails().length;
  await expect(running.v2.send(command)).rejects.toMatchObject({
    name,
    message: expect.stringMatching(message),
    $metadata: { httpStatusCode: status },
  });
  expect(running.mails()).toHaveLength(before);
});

test.each([
  ['CreateEmailIdentity', new CreateEmailIdentityCommand({ EmailIdentity: 'x.jp' })],
  [
    'SendBulkEmail',
    new SendBulkEmailCommand({ DefaultContent: { Template: {} }, BulkEmailEntries: [] }),
  ],
])('%s is rejected by name', async (name, command) => {
  // The client's commands share no common type that `send` accepts.
  const sent = running.v2.send(command as CreateEmailIdentityCommand);
  await expect(sent).rejects.toMatchObject({
    name: 'UnknownOperationException',
    message: `SES v2 ${name} is not emulated on this machine`,
  });
});

test('the account’s status is returned', async () => {
  const account = await running.v2.send(new GetAccountCommand({}));
  expect(account).toMatchObject({ SendingEnabled: true, ProductionAccessEnabled: true });
  const { EmailIdentities } = await running.v2.send(new ListEmailIdentitiesCommand({}));
  expect(EmailIdentities?.map(({ IdentityName, IdentityType }) => [IdentityName, IdentityType])) //
    .toEqual([
      ['shop.example.jp', 'DOMAIN'],
      ['owner@example.com', 'EMAIL_ADDRESS'],
    ]);
  const identity = await running.v2.send(
    new GetEmailIdentityCommand({ EmailIdentity: 'shop.example.jp' }),
  );
  expect(identity).toMatchObject({
    VerifiedForSendingStatus: true,
    MailFromAttributes: { MailFromDomain: 'bounce.example.jp' },
  });
  const first = await running.v2.send(new ListConfigurationSetsCommand({ PageSize: 1 }));
  expect(first.ConfigurationSets).toEqual(['shinkan']);
  const second = await running.v2.send(
    new ListConfigurationSetsCommand({ PageSize: 1, NextToken: first.NextToken }),
  );
  expect(second.ConfigurationSets).toEqual(['paused']);
  expect(second.NextToken).toBeUndefined();
  const set = await running.v2.send(
    new GetConfigurationSetCommand({ ConfigurationSetName: 'paused' }),
  );
  expect(set.SendingOptions?.SendingEnabled).toBe(false);
});

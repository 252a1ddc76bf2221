import { appendFileSync } from 'node:fs';
import {
  CreateTemplateCommand,
  SendTemplatedEmailCommand,
  VerifyEmailIdentityCommand,
} from '@aws-sdk/client-ses';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newMailsFile, rawMail, readMails, serve } from './support.ts';

let running: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  running = await serve();
});
afterAll(() => running.ses.stop());

test.each([
  [
    'a sender of another domain',
    rawMail({ From: 'news@elsewhere.jp' }),
    'MessageRejected',
    /not verified.*AP-NORTHEAST-1: news@elsewhere\.jp/,
  ],
  [
    'a bounce address of another domain',
    rawMail({}, { Source: 'bounce@elsewhere.jp' }),
    'MessageRejected',
    /bounce@elsewhere\.jp/,
  ],
  [
    'a sender like the verified one',
    rawMail({ From: 'a@notshop.example.jp' }),
    'MessageRejected',
    /./,
  ],
  [
    'an unknown configuration set',
    rawMail({}, { ConfigurationSetName: 'other' }),
    'ConfigurationSetDoesNotExistException',
    /<other> does not exist/,
  ],
  ['a mail from nobody', rawMail({ From: undefined }), 'InvalidParameterValue', /'From'/],
  ['a mail to nobody', rawMail({ To: undefined }), 'InvalidParameterValue', /recipients/],
  [
    'an address with Japanese before the @',
    rawMail({}, { Destinations: ['花子@example.org'] }),
    'InvalidParameterValue',
    /Illegal address/,
  ],
  [
    'a tag with a colon',
    rawMail({}, { Tags: [{ Name: 'key', Value: 'member:1' }] }),
    'InvalidParameterValue',
    /member:1/,
  ],
  [
    '51 recipients',
    rawMail({}, { Destinations: Array.from({ length: 51 }, (_, i) => `m${i}@example.org`) }),
    'InvalidParameterValue',
    /exceeds 50/,
  ],
  [
    'a paused configuration set',
    rawMail({}, { ConfigurationSetName: 'paused' }),
    'ConfigurationSetSendingPausedException',
    /paused/,
  ],
  [
    'sending for another account',
    rawMail({}, { SourceArn: 'arn:aws:ses:ap-northeast-1:1:identity/x' }),
    'InvalidParameterValue',
    /SourceArn is not emulated/,
  ],
])('%s is rejected', async (_, command, name, why) => {
  await expect(running.client.send(command)).rejects.toMatchObject({
    name,
    message: expect.stringMatching(why),
    $metadata: { httpStatusCode: 400 },
  });
  expect(running.mails()).toEqual([]);
});

test.each([
  ['VerifyEmailIdentity', new VerifyEmailIdentityCommand({ EmailAddress: 'a@example.org' })],
  ['CreateTemplate', new CreateTemplateCommand({ Template: { TemplateName: 't' } })],
  [
    'SendTemplatedEmail',
    new SendTemplatedEmailCommand({
      Source: 'owner@example.com',
      Destination: {},
      Template: 't',
      TemplateData: '{}',
    }),
  ],
])('%s is rejected by name', async (name, command) => {
  // The client's commands share no common type that `send` accepts.
  const sent = running.client.send(command as VerifyEmailIdentityCommand);
  await expect(sent).rejects.toThrow(`SES ${name} is not emulated`);
});

test('a subdomain of a verified domain may send', async () => {
  const { ses, client, mails } = await serve();
  await client.send(rawMail({ From: 'a@news.shop.example.jp' }));
  expect(mails()).toHaveLength(1);
  await ses.stop();
});

test('the inbox and the file survive a killed stack, except for an incomplete line', async () => {
  const mailsFile = newMailsFile();
  const before = await serve(mailsFile);
  await before.client.send(rawMail());
  await before.ses.stop();
  appendFileSync(mailsFile, '{"at":"2026-11-24T00:0');
  const after = await serve(mailsFile);
  expect(await after.inbox()).toHaveLength(1);
  await after.client.send(rawMail());
  expect(readMails(mailsFile)).toHaveLength(2);
  await after.ses.stop();
});

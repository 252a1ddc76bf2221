import { SendBulkTemplatedEmailCommand } from '@aws-sdk/client-ses';
import { SendEmailCommand } from '@aws-sdk/client-sesv2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from './support.ts';

let running: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  running = await serve();
});
afterAll(() => running.ses.stop());

test('a mail from a template is rejected by the name of its member, and nothing is sent', async () => {
  const sent = running.v2.send(
    new SendEmailCommand({
      FromEmailAddress: 'owner@example.com',
      Destination: { ToAddresses: ['hanako@example.org'] },
      Content: { Template: { TemplateName: 't', TemplateData: '{}' } },
    }),
  );
  await expect(sent).rejects.toMatchObject({
    name: 'BadRequestException',
    message: expect.stringMatching(/Template is not emulated/),
  });
  expect(running.mails()).toEqual([]);
});

test('a bulk mail from a template is rejected by name, and does not hang', async () => {
  const sent = running.client.send(
    new SendBulkTemplatedEmailCommand({
      Source: 'owner@example.com',
      Template: 't',
      DefaultTemplateData: '{}',
      Destinations: [{ Destination: { ToAddresses: ['hanako@example.org'] } }],
    }),
  );
  await expect(sent).rejects.toThrow('SES SendBulkTemplatedEmail is not emulated');
});

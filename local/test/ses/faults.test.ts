import { SESClient } from '@aws-sdk/client-ses';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { rawMail, serve, settings } from './support.ts';

let running: Awaited<ReturnType<typeof serve>>;
beforeAll(async () => {
  running = await serve();
});
beforeEach(() => switchOn([]));
afterAll(() => running.ses.stop());

/** Over HTTP, as another process would. */
async function switchOn(faults: object[]): Promise<void> {
  const response = await fetch(`${running.ses.url}/_local/faults`, {
    method: 'PUT',
    body: JSON.stringify({ faults }),
  });
  expect(response.status).toBe(200);
}

const v2Mail = () =>
  new SendEmailCommand({
    FromEmailAddress: 'owner@example.com',
    Destination: { ToAddresses: ['hanako@example.org'] },
    Content: { Simple: { Subject: { Data: 's' }, Body: { Text: { Data: 't' } } } },
  });

test.each([
  ['Throttling', { name: 'Throttling', message: 'Maximum sending rate exceeded.' }, 400],
  ['DailyQuotaExceeded', { name: 'Throttling', message: 'Daily message quota exceeded.' }, 400],
  ['MessageRejected', { name: 'MessageRejected' }, 400],
  ['AccountSendingPausedException', { name: 'AccountSendingPausedException' }, 400],
  ['ConfigurationSetDoesNotExist', { name: 'ConfigurationSetDoesNotExistException' }, 400],
  ['AccessDenied', { name: 'AccessDenied' }, 403],
  ['InternalFailure', { name: 'InternalFailure' }, 500],
  ['ServiceUnavailable', { name: 'ServiceUnavailable' }, 503],
])('v1 fails with %s once, and sends nothing', async (fault, error, status) => {
  const before = running.mails().length;
  await switchOn([{ operation: 'SendRawEmail', fault, times: 1 }]);
  await expect(running.client.send(rawMail())).rejects.toMatchObject({
    ...error,
    $metadata: { httpStatusCode: status },
  });
  expect(running.mails()).toHaveLength(before);
  await running.client.send(rawMail());
  expect(running.mails()).toHaveLength(before + 1);
});

test.each([
  ['Throttling', 'TooManyRequestsException', 429],
  ['MessageRejected', 'MessageRejected', 400],
  ['AccountSendingPausedException', 'SendingPausedException', 400],
  ['ConfigurationSetDoesNotExist', 'NotFoundException', 404],
  ['MailFromDomainNotVerifiedException', 'MailFromDomainNotVerifiedException', 400],
  ['LimitExceeded', 'LimitExceededException', 400],
  ['AccountSuspendedException', 'AccountSuspendedException', 400],
  ['InternalFailure', 'InternalServiceErrorException', 500],
])('v2 fails with %s as %s', async (fault, name, status) => {
  await switchOn([{ operation: 'SendEmail', fault, times: 1 }]);
  await expect(running.v2.send(v2Mail())).rejects.toMatchObject({
    name,
    $metadata: { httpStatusCode: status },
  });
});

test('a timeout fault leaves the client waiting until it gives up', async () => {
  const before = running.mails().length;
  await switchOn([{ fault: 'timeout', times: 2 }]);
  const requestHandler = { requestTimeout: 300, throwOnRequestTimeout: true };
  const hasty = { ...settings, endpoint: running.ses.url, requestHandler };
  const [v1, v2] = [new SESClient(hasty), new SESv2Client(hasty)];
  await expect(v1.send(rawMail())).rejects.toMatchObject({ name: 'TimeoutError' });
  await expect(v2.send(v2Mail())).rejects.toMatchObject({ name: 'TimeoutError' });
  expect(running.mails()).toHaveLength(before);
});

test('a lost answer still sends the mail', async () => {
  const before = running.mails().length;
  await switchOn([{ fault: 'answerLost', times: 2 }]);
  await expect(running.client.send(rawMail())).rejects.toThrow();
  await expect(running.v2.send(v2Mail())).rejects.toThrow();
  expect(running.mails()).toHaveLength(before + 2);
});

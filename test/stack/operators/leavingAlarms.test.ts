import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import { afterEach, describe, expect, it } from 'vitest';
import { faultsPath } from '../../../local/services/protocol/serveFaults.ts';
import { clientSettings } from '../../../tools/stack/stack.ts';
import { testStack, testStackDir } from '../../../tools/testing/testStack.ts';
import { alarmMail } from '../../support/alarms.ts';
import { eventually } from '../../support/eventually.ts';
import { linkTo } from '../../support/links.ts';

const operator = testStack().operator.email;
const faults = (rules: object[]) =>
  fetch(testStack().endpoints.rdsData + faultsPath, {
    method: 'PUT',
    body: JSON.stringify({ faults: rules }),
  });

/** The name of the function, found by its log, which exists once it has processed a bounce. */
async function theFeedbackFunction(): Promise<string> {
  const ses = new SESClient({ ...clientSettings, endpoint: testStack().endpoints.ses });
  await ses.send(
    new SendEmailCommand({
      Source: 'shinkan@shop.example',
      Destination: { ToAddresses: ['bounce+alarm@simulator.amazonses.com'] },
      Message: { Subject: { Data: '試験' }, Body: { Text: { Data: '試験' } } },
    }),
  );
  ses.destroy();
  const log = await eventually('the log of MailFeedback', () =>
    readdirSync(join(testStackDir(), 'logs')).find((file) => file.includes('MailFeedback')),
  );
  return log.replace(/\.log$/, '');
}

describe('alarms about members who leave', () => {
  afterEach(() => faults([]));

  it('an alarm tells the operator of a member who could not stop mails, and the member is asked to try again', async () => {
    await faults([{ operation: 'BeginTransaction', fault: 'ForbiddenException', share: 1 }]);
    const answer = await fetch(linkTo({ memberId: '990099', bookId: null }), {
      method: 'POST',
      body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }),
    });
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('ただいま受け付けられません');
    await faults([]);
    const { text } = await alarmMail('shinkan-stops-failed', operator);
    expect(text).toContain('docs/runbook.md#a-member-says-that-mails-still-come');
  });

  it('an alarm tells the operator of an SES event in an unknown format, once', async () => {
    const lambda = new LambdaClient({ ...clientSettings, endpoint: testStack().endpoints.lambda });
    const FunctionName = await theFeedbackFunction();
    const Payload = JSON.stringify({
      source: 'aws.ses',
      'detail-type': 'x',
      detail: { kind: 'B' },
    });
    const { FunctionError } = await lambda.send(new InvokeCommand({ FunctionName, Payload }));
    lambda.destroy();
    // Not a failure: the event would be delivered repeatedly.
    expect(FunctionError).toBeUndefined();
    const { text } = await alarmMail('shinkan-feedback-failed', operator);
    expect(text).toContain('docs/runbook.md#bounces-and-complaints-are-not-kept');
  });
});

import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { SESClient, SendEmailCommand } from '@aws-sdk/client-ses';
import { beforeAll, describe, expect, it } from 'vitest';
import { faultsPath } from '../../../local/services/protocol/serveFaults.ts';
import { clientSettings, openStackDatabase } from '../../../tools/stack/stack.ts';
import { testStack, testStackDir } from '../../../tools/testing/testStack.ts';
import { alarmMail } from '../../support/alarms.ts';
import { startReleaseRun } from '../../support/releaseRun.ts';
import { openShelf } from '../../support/shelf.ts';

const operator = testStack().operator.email;
const database = () => openStackDatabase(testStack());

let seq: string;
beforeAll(async () => {
  const shelf = openShelf(database());
  seq = await shelf.happen(await shelf.add({ status: 'ON_SALE' }), 'ON_SALE');
});

/** An old note for a member whom the shop does not list, so that it creates no mail. */
async function aNote(state: string, more: { attempt: number; leaseEnded?: number }) {
  await database().execute(
    `insert into mail_outbox (member_id, event_seq, shard, state, mail_key, attempt, lease_until, created_at)
     values (:key, :seq, 0, :state, :key, :attempt, utc_timestamp(6) - interval :ended minute,
       utc_timestamp(6) - interval 3 day)`,
    {
      key: randomUUID(),
      seq,
      state,
      attempt: more.attempt,
      ended: more.leaseEnded ?? null,
    },
  );
}

/** Calls a function of the stack, as the workflow does, with a shard that no sender has. */
async function failThreeTimes(name: string): Promise<void> {
  const lambda = new LambdaClient({ ...clientSettings, endpoint: testStack().endpoints.lambda });
  const log = readdirSync(join(testStackDir(), 'logs')).find((file) => file.includes(name));
  const FunctionName = log?.replace(/\.log$/, '');
  for (let n = 0; n < 3; n += 1) {
    const { FunctionError } = await lambda.send(
      new InvokeCommand({ FunctionName, Payload: '{"sender": 99, "senders": 4}' }),
    );
    expect(FunctionError).toBe('Unhandled');
  }
  lambda.destroy();
}

describe('alarms about mails', () => {
  it('an alarm tells the operator of a mail that waits too long', async () => {
    await aNote('PENDING', { attempt: 0 });
    await startReleaseRun(testStack());
    const { text } = await alarmMail('shinkan-mails-late', operator);
    expect(text).toContain('docs/runbook.md#mails-stay-in-the-outbox');
  });

  it('an alarm tells the operator of a mail that may or may not have arrived', async () => {
    await aNote('SENDING', { attempt: 1, leaseEnded: 1 });
    await startReleaseRun(testStack());
    const { text } = await alarmMail('shinkan-mails-uncertain', operator);
    expect(text).toContain('docs/runbook.md#a-mail-is-uncertain');
  });

  it('an alarm tells the operator of mails that are given up', async () => {
    await aNote('SENDING', { attempt: 5, leaseEnded: 1 });
    await startReleaseRun(testStack());
    const { text } = await alarmMail('shinkan-mails-given-up', operator);
    expect(text).toContain('docs/runbook.md#mails-are-given-up');
  });

  it('an alarm tells the operator of a sender that fails again and again', async () => {
    await failThreeTimes('MailSend');
    const { text } = await alarmMail('shinkan-mail-send-fails', operator);
    expect(text).toContain('The function MailSend fails repeatedly');
  });

  it('an alarm tells the operator of an outbox that is not filled', async () => {
    const url = testStack().endpoints.rdsData + faultsPath;
    const faults = (rules: object[]) =>
      fetch(url, { method: 'PUT', body: JSON.stringify({ faults: rules }) });
    await faults([{ operation: 'BeginTransaction', fault: 'ForbiddenException', share: 1 }]);
    await failThreeTimes('MailFillOutbox').finally(() => faults([]));
    const { text } = await alarmMail('shinkan-mail-fill-fails', operator);
    expect(text).toContain('docs/runbook.md#mails-stay-in-the-outbox');
  });

  it('an alarm tells the operator of bounces and complaints', async () => {
    const ses = new SESClient({ ...clientSettings, endpoint: testStack().endpoints.ses });
    for (const address of ['bounce', 'complaint']) {
      for (let n = 0; n < 60; n += 1) {
        await ses.send(
          new SendEmailCommand({
            Source: 'shinkan@shop.example',
            Destination: { ToAddresses: [`${address}+${n}@simulator.amazonses.com`] },
            Message: { Subject: { Data: '試験' }, Body: { Text: { Data: '試験' } } },
          }),
        );
      }
    }
    ses.destroy();
    const bounced = await alarmMail('shinkan-mails-bounce', operator);
    expect(bounced.text).toContain('docs/runbook.md#mails-come-back');
    const complained = await alarmMail('shinkan-mails-complained-of', operator);
    expect(complained.text).toContain('docs/runbook.md#members-complain');
  });
});

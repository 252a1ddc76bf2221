import { SendEmailCommand } from '@aws-sdk/client-ses';
import {
  DeleteSuppressedDestinationCommand,
  GetSuppressedDestinationCommand,
  ListSuppressedDestinationsCommand,
  PutSuppressedDestinationCommand,
} from '@aws-sdk/client-sesv2';
import { expect, test } from 'vitest';
import { serve } from './support.ts';

const mailTo = (...ToAddresses: string[]) =>
  new SendEmailCommand({
    // This identity's mails use the configuration set `shinkan`, which honours only bounces.
    Source: 'owner@example.com',
    Destination: { ToAddresses },
    Message: { Subject: { Data: 's' }, Body: { Text: { Data: 't' } } },
  });

test('the suppression list survives a restart, is paged, and can be filtered by reason', async () => {
  const first = await serve();
  for (const [EmailAddress, Reason] of [
    ['A+1@example.org', 'BOUNCE'],
    ['b@example.org', 'COMPLAINT'],
    ['c@example.org', 'BOUNCE'],
  ] as const) {
    await first.v2.send(new PutSuppressedDestinationCommand({ EmailAddress, Reason }));
  }
  await first.ses.stop();
  const { ses, v2 } = await serve(first.mailsFile);
  const { SuppressedDestination } = await v2.send(
    new GetSuppressedDestinationCommand({ EmailAddress: 'a+1@example.org' }),
  );
  expect(SuppressedDestination).toMatchObject({ Reason: 'BOUNCE' });
  expect(SuppressedDestination?.LastUpdateTime).toBeInstanceOf(Date);
  const page = await v2.send(new ListSuppressedDestinationsCommand({ PageSize: 2 }));
  expect(page.SuppressedDestinationSummaries?.map((one) => one.EmailAddress)).toEqual([
    'c@example.org',
    'b@example.org',
  ]);
  expect(page.NextToken).toBeDefined();
  const complaints = await v2.send(
    new ListSuppressedDestinationsCommand({ Reasons: ['COMPLAINT'], StartDate: new Date(0) }),
  );
  expect(complaints.SuppressedDestinationSummaries?.map((one) => one.EmailAddress)).toEqual([
    'b@example.org',
  ]);
  await v2.send(new DeleteSuppressedDestinationCommand({ EmailAddress: 'b@example.org' }));
  for (const Command of [GetSuppressedDestinationCommand, DeleteSuppressedDestinationCommand]) {
    const sent = v2.send(new Command({ EmailAddress: 'b@example.org' }) as never);
    await expect(sent).rejects.toMatchObject({ name: 'NotFoundException' });
  }
  await ses.stop();
});

test('a mail to a listed address is accepted, not delivered, and reported as a bounce', async () => {
  const { ses, client, v2, mails, inbox, events } = await serve();
  await v2.send(
    new PutSuppressedDestinationCommand({ EmailAddress: 'gone@example.org', Reason: 'BOUNCE' }),
  );
  await client.send(mailTo('Gone@example.org'));
  expect(mails()[0]).toMatchObject({ undelivered: { 'Gone@example.org': 'ON_ACCOUNT_LIST' } });
  expect(await inbox()).toEqual([]);
  expect(events.map(({ type }) => type)).toEqual(['Send', 'Bounce']);
  expect(events[1]?.detail).toMatchObject({
    bounce: { bounceType: 'Permanent', bounceSubType: 'OnAccountSuppressionList' },
  });
  await ses.stop();
});

test('a configuration set honours only the reasons that it names', async () => {
  const { ses, client, v2, mails } = await serve();
  await v2.send(
    new PutSuppressedDestinationCommand({ EmailAddress: 'angry@example.org', Reason: 'COMPLAINT' }),
  );
  await client.send(mailTo('angry@example.org'));
  expect(mails()[0]).not.toHaveProperty('undelivered');
  await ses.stop();
});

test.each([
  ['success@simulator.amazonses.com', ['Send', 'Delivery'], {}],
  ['ooto@simulator.amazonses.com', ['Send', 'Delivery'], {}],
  [
    'bounce+label1@simulator.amazonses.com',
    ['Send', 'Bounce'],
    { bounce: { bounceSubType: 'General', bouncedRecipients: [{ status: '5.1.1' }] } },
  ],
  [
    'complaint@simulator.amazonses.com',
    ['Send', 'Delivery', 'Complaint'],
    { complaint: { complaintFeedbackType: 'abuse' } },
  ],
  [
    'suppressionlist@simulator.amazonses.com',
    ['Send', 'Bounce'],
    { bounce: { bounceSubType: 'Suppressed' } },
  ],
])('a mail to %s', async (address, types, last) => {
  const { ses, client, events } = await serve();
  const { MessageId } = await client.send(mailTo(address));
  expect(events.map(({ type }) => type)).toEqual(types);
  expect(events.at(-1)?.detail).toMatchObject({
    ...last,
    mail: {
      messageId: MessageId,
      source: 'owner@example.com',
      destination: [address],
      tags: { 'ses:configuration-set': ['shinkan'] },
    },
  });
  await ses.stop();
});

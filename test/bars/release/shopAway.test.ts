import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeExecutionCommand,
  type DescribeExecutionCommandOutput,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readAlarms } from '../../../local/services/cloudwatch/alarmsFile.ts';
import { recordOnSale } from '../../../services/release/recordOnSale.ts';
import { clientSettings, openStackDatabase, readStack } from '../../../tools/stack/stack.ts';
import { ask } from '../../../tools/testing/graphql.ts';
import { type StackProcess, startStackProcess } from '../../../tools/testing/startTestStacks.ts';
import { mailsTo } from '../../../tools/testing/testStack.ts';
import { run } from '../../support/command.ts';
import { eventually } from '../../support/eventually.ts';
import { announcedBook, writeFeed } from '../../support/feed.ts';
import { startReleaseRun } from '../../support/releaseRun.ts';
import { anAnnouncedBook, someIsbns, subscribe, theShop } from '../../support/world.ts';

// A separate stack: every other test needs the shop.
const dir = mkdtempSync(join(tmpdir(), 'shinkan-away-'));
let started: StackProcess | undefined;
beforeAll(async () => {
  started = await startStackProcess(dir, ['--empty', '--tick', '2']);
});
const stack = () => readStack(dir);
const shop = theShop(stack);
afterAll(async () => {
  await started?.stop();
  rmSync(dir, { recursive: true, force: true });
});

const database = () => openStackDatabase(stack());
const patiently = { within: 60_000 };

async function aSubscribedBook(isbn: string, member: number): Promise<string> {
  const book = await anAnnouncedBook(isbn, {}, database());
  await subscribe([member], book, database());
  return book;
}

const eventsOf = (book: string) =>
  database().query<{ seq: number; published_at: string | null }>(
    "select seq, published_at from book_event where book_id = :book and kind = 'ON_SALE'",
    { book },
  );

/** Runs the release workflow once; returns how it ended. */
async function endOfARun(): Promise<DescribeExecutionCommandOutput> {
  const states = new SFNClient({ ...clientSettings, endpoint: stack().endpoints.states });
  try {
    const { executionArn } = await states.send(
      new StartExecutionCommand({
        stateMachineArn: stack().resources.releaseStateMachine,
        input: '{}',
      }),
    );
    return await eventually(
      'the end of a release run',
      async () => {
        const seen = await states.send(new DescribeExecutionCommand({ executionArn }));
        return seen.status === 'RUNNING' ? null : seen;
      },
      patiently,
    );
  } finally {
    states.destroy();
  }
}

it('the release workflow misses nothing while the shop is away, and delays nothing else', {
  timeout: 240_000,
}, async () => {
  const [known = '', sold = '', later = ''] = someIsbns(3);
  const address = 'away@reader.example';
  await shop.hasMember(910_001, address);
  const knownBook = await aSubscribedBook(known, 910_001);
  const soldBook = await aSubscribedBook(sold, 910_001);
  await shop.lists(sold, '2099-01-01 00:00:00');

  await shop.losesItsProducts();
  // A pass just before has found this one; nobody has been told of it yet.
  await recordOnSale(database(), [
    { isbn: known, onSaleAt: '2026-01-01 00:00:00', productUrl: null },
  ]);

  const end = await endOfARun();
  expect(end).toMatchObject({ status: 'FAILED', error: 'ShopUnanswered' });
  expect(end.cause).toContain("The shop's shop_book view could not be read");

  await eventually('the notice of what was known', async () =>
    (await eventsOf(knownBook)).every((event) => event.published_at !== null),
  );
  const [mail] = await eventually('the mail about what was known', () => mailsTo(address, dir));
  expect(mail?.text).toContain(known);

  const listed = await ask<{ upcomingBooks: { edges: { node: { id: string } }[] } }>(
    stack(),
    '{ upcomingBooks { edges { node { id } } } }',
  );
  expect(listed.errors).toBeUndefined();
  expect(listed.data?.upcomingBooks.edges.map(({ node }) => node.id)).toEqual([soldBook]);
  const delivered = await run('ingest', writeFeed([announcedBook('留守の間の本')]), '--dir', dir);
  expect(delivered.code, delivered.output).toBe(0);

  await eventually(
    'the alarm of a failed release run',
    () =>
      readAlarms(dir).find(
        ({ name, state }) => name === 'shinkan-release-failed' && state === 'ALARM',
      ),
    patiently,
  );
  const alarm = await eventually('the mail of the alarm', () =>
    mailsTo(stack().operator.email, dir).find(({ subject }) =>
      subject.includes('shinkan-release-failed'),
    ),
  );
  expect(alarm.text).toContain('the shop did not answer');
  expect(alarm.text).toContain('docs/runbook.md#a-release-run-failed');

  await shop.findsItsProducts();
  // Sold between two passes, one of them with a time long past.
  await shop.lists(sold, '2020-01-01 00:00:00');
  const laterBook = await aSubscribedBook(later, 910_001);
  await shop.lists(later, null);
  for (const book of [soldBook, laterBook]) {
    await eventually('the event of what was sold meanwhile', () => eventsOf(book), patiently);
  }
  await eventually(
    'the mails about them',
    () => {
      const texts = mailsTo(address, dir).map(({ text }) => text);
      return [sold, later].every((isbn) => texts.some((text) => text.includes(isbn)));
    },
    patiently,
  );
  expect(await startReleaseRun(stack())).toBe('SUCCEEDED');
  for (const [book, isbn] of [
    [knownBook, known],
    [soldBook, sold],
    [laterBook, later],
  ] as const) {
    expect(await eventsOf(book)).toHaveLength(1);
    expect(mailsTo(address, dir).filter(({ text }) => text.includes(isbn))).toHaveLength(1);
  }
});

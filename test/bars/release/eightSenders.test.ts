import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DescribeExecutionCommand,
  ExecutionAlreadyExists,
  ListExecutionsCommand,
  SFNClient,
  StartExecutionCommand,
} from '@aws-sdk/client-sfn';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sellBooks } from '../../../tools/shop/sellBooks.ts';
import {
  clientSettings,
  openStackDatabase,
  readStack,
  type Stack,
} from '../../../tools/stack/stack.ts';
import { type StackProcess, startStackProcess } from '../../../tools/testing/startTestStacks.ts';
import { countMails, gatherCrowd } from '../../support/crowd.ts';
import { eventually } from '../../support/eventually.ts';
import { findFunctions } from '../../support/kills/stackProcesses.ts';
import { openShelf } from '../../support/shelf.ts';

const MEMBERS = 10_000;
/** Milliseconds; two cores send dozens of mails a second under other load, else about 120. */
const LONGEST = 1_800_000;
const ISBN = '9784999990009';

let dir: string;
let running: StackProcess;
let stack: Stack;
let states: SFNClient;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'shinkan-bar14-'));
  running = await startStackProcess(dir, ['--empty', '--tick', '60', '--mail-rate', '9999']);
  stack = readStack(dir);
  states = new SFNClient({ ...clientSettings, endpoint: stack.endpoints.states });
});
afterAll(async () => {
  states.destroy();
  await running.stop();
  rmSync(dir, { recursive: true, force: true });
});

const start = (name: string, input = '{}') =>
  states.send(
    new StartExecutionCommand({
      stateMachineArn: stack.resources.releaseStateMachine,
      name,
      input,
    }),
  );

async function untilEnded(executionArn: string): Promise<string | undefined> {
  const ended = await eventually(
    `the end of ${executionArn}`,
    async () => {
      const { status } = await states.send(new DescribeExecutionCommand({ executionArn }));
      return status === 'RUNNING' ? null : { status };
    },
    { within: LONGEST },
  );
  return ended.status;
}

async function countOpen(): Promise<number> {
  const [row] = await openStackDatabase(stack).query<{ n: number }>(
    `select count(*) as n from mail_outbox where state in ('PENDING', 'SENDING')`,
  );
  return row?.n ?? 0;
}

/** Counts the sender processes until told to stop; returns the highest number at one time. */
function watchSenders(): () => number {
  let most = 0;
  const timer = setInterval(() => {
    const names = findFunctions(running.process.pid ?? 0).map(({ name }) => name);
    most = Math.max(most, names.filter((name) => /MailSend[0-9A-F]/.test(name)).length);
  }, 1_000);
  return () => {
    clearInterval(timer);
    return most;
  };
}

describe('bar 14 eight senders, ten double starts', () => {
  it(`the senders send ${MEMBERS} mails, none twice, in one run`, {
    timeout: LONGEST,
  }, async () => {
    const book = await openShelf(openStackDatabase(stack)).add({ isbn: ISBN });
    await gatherCrowd(stack, MEMBERS, book);
    await sellBooks(stack, [ISBN]);

    // Start the same minute ten times: each start gets the one execution.
    const started = await Promise.all(Array.from({ length: 10 }, () => start('minute-1')));
    const [first = ''] = new Set(started.map(({ executionArn }) => executionArn));
    expect(new Set(started.map(({ executionArn }) => executionArn))).toEqual(new Set([first]));
    expect(new Set(started.map(({ startDate }) => Number(startDate))).size).toBe(1);
    await expect(start('minute-1', '{"other":1}')).rejects.toThrow(ExecutionAlreadyExists);

    // The next minute comes while the first is still sending.
    const stopWatching = watchSenders();
    await eventually('the outbox to be full', async () => {
      const [row] = await openStackDatabase(stack).query<{ n: number }>(
        'select count(*) as n from mail_outbox',
      );
      return row?.n === MEMBERS;
    });
    const { executionArn: second = '' } = await start('minute-2');
    expect(await Promise.all([first, second].map(untilEnded))).toEqual(['SUCCEEDED', 'SUCCEEDED']);

    // A run skips a shard that another run works on, so it may end before the last mail.
    await eventually('every mail to be settled', async () => (await countOpen()) === 0, {
      within: LONGEST,
    });
    // Each in its own process and no more: the local runtime starts eight.
    expect(stopWatching()).toBe(8);

    const mails = await countMails(dir, MEMBERS);
    const wrong = [...mails].filter(([, count]) => count !== 1);
    expect(wrong).toEqual([]);
    expect(mails.size).toBe(MEMBERS);
    const rows = await openStackDatabase(stack).query(
      'select state, attempt, count(*) as n from mail_outbox group by state, attempt',
    );
    expect(rows).toEqual([{ state: 'SENT', attempt: 1, n: MEMBERS }]);

    const { executions = [] } = await states.send(
      new ListExecutionsCommand({ stateMachineArn: stack.resources.releaseStateMachine }),
    );
    expect(executions.filter(({ name }) => name === 'minute-1')).toHaveLength(1);
    // Nothing is sent later by another run.
    await untilEnded((await start('minute-3')).executionArn ?? '');
    expect(await countMails(dir, MEMBERS)).toEqual(mails);
  });
});

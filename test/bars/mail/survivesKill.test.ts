import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sellBooks } from '../../../tools/shop/sellBooks.ts';
import { openStackDatabase, readStack } from '../../../tools/stack/stack.ts';
import { createRandom } from '../../../tools/testing/random.ts';
import { type StackProcess, startStackProcess } from '../../../tools/testing/startTestStacks.ts';
import { countMails, gatherCrowd } from '../../support/crowd.ts';
import { eventually } from '../../support/eventually.ts';
import { findDatabase, findFunctions, killHard } from '../../support/kills/stackProcesses.ts';
import { openShelf } from '../../support/shelf.ts';

const isFull = process.env.BAR_FULL === '1';
const MEMBERS = isFull ? 10_000 : 1_000;
const KILLS = isFull ? 200 : 16;
const ISBN = '9784999990009';
const LEASE_MS = 15 * 60_000;
const SHARE_MS = 75_000;
const IS_SENDER = /MailSend[0-9A-F]/;

let dir: string;
let running: StackProcess;
const random = createRandom(20261126);
const counted = { sender: 0, function: 0, database: 0, stack: 0, deadSenders: 0 };
const kills = () => counted.sender + counted.function + counted.database + counted.stack;

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'shinkan-bar13-'));
  await start();
});
afterAll(async () => {
  await running.stop();
  rmSync(dir, { recursive: true, force: true });
});

async function start(): Promise<void> {
  running = await startStackProcess(dir, ['--empty', '--tick', '3', '--mail-rate', '9999']);
}

const functions = () => findFunctions(running.process.pid ?? 0);
const senders = () => functions().filter(({ name }) => IS_SENDER.test(name));

/** The rows of a statement, queried directly in the database. */
async function rowsOf(statement: string, values: unknown[] = []): Promise<RowDataPacket[]> {
  const { socketPath } = readStack(dir).shop;
  const connection = await createConnection({ socketPath, user: 'root', database: 'shinkan' });
  try {
    const [rows] = await connection.query<RowDataPacket[]>(statement, values);
    return rows;
  } finally {
    await connection.end();
  }
}

/** The number of members not yet told, according to the database. */
async function countUntold(): Promise<number> {
  const [row] = await rowsOf('select count(*) as n from mail_outbox where settled_at is not null');
  return MEMBERS - Number(row?.n);
}

/**
 * Expires the leases of mails and shards claimed before this time, as if a quarter of an hour had
 * passed: their senders are all dead.
 */
async function endLeases(died: number): Promise<void> {
  // Leave time for SES’s event of a mail that it still took, as in production.
  await sleep(1_000);
  const until = (more: number) =>
    new Date(died + more).toISOString().replace('T', ' ').replace('Z', '');
  await rowsOf(
    `update mail_outbox set lease_until = utc_timestamp(6) - interval 1 second
     where state = 'SENDING' and lease_until < ?`,
    [until(LEASE_MS)],
  );
  await rowsOf(
    'update hold set until_at = utc_timestamp(6) - interval 1 second where until_at < ?',
    [until(SHARE_MS)],
  );
}

function killOneOf(found: { pid: number; name: string }[], kind: 'sender' | 'function'): void {
  if (found.length === 0) return;
  const one = random.pick(found);
  if (!killHard(one.pid)) return;
  counted[kind] += 1;
  if (IS_SENDER.test(one.name)) counted.deadSenders += 1;
}

async function killAllSenders(): Promise<void> {
  const died = Date.now();
  for (const { pid } of senders()) {
    if (!killHard(pid)) continue;
    counted.sender += 1;
    counted.deadSenders += 1;
  }
  await endLeases(died);
}

async function killStack(): Promise<void> {
  counted.deadSenders += senders().length;
  counted.stack += 1;
  const died = Date.now();
  running.process.kill('SIGKILL');
  await once(running.process, 'exit');
  await start();
  await endLeases(died);
}

/** Kill the database first; for a moment everything else works on without it. */
async function killDatabase(): Promise<void> {
  const pid = findDatabase(dir);
  if (pid !== null && killHard(pid)) counted.database += 1;
  await sleep(random.whole(0, 1_000));
  await killStack();
}

/** Kills the next target: mostly one sender, now and then everything. */
async function kill(turn: number): Promise<void> {
  if (turn % 20 === 9) return killDatabase();
  if (turn % 20 === 19) return killStack();
  if (turn % 5 === 4) return killAllSenders();
  if (turn % 5 === 2) return killOneOf(functions(), 'function');
  return killOneOf(senders(), 'sender');
}

describe('bar 13 kill -9', () => {
  it(`the release loses none of ${MEMBERS} mails in ${KILLS} kills, with fewer duplicates than killed senders`, {
    timeout: isFull ? 3_600_000 : 300_000,
  }, async () => {
    const book = await openShelf(openStackDatabase(readStack(dir))).add({ isbn: ISBN });
    await gatherCrowd(readStack(dir), MEMBERS, book);
    await sellBooks(readStack(dir), [ISBN]);

    let killedWhileSending = 0;
    for (let turn = 0; kills() < KILLS; ) {
      await sleep(random.whole(50, 450));
      const before = kills();
      const isSending = (await countUntold()) > 0;
      await kill(turn);
      if (isSending) killedWhileSending += kills() - before;
      // If nothing was running that could be killed, the turn is repeated.
      if (kills() > before) turn += 1;
    }
    // The remaining members get their mails after the leases of the killed senders.
    await killAllSenders();
    await eventually('every mail to be settled', async () => (await countUntold()) === 0, {
      within: isFull ? 1_800_000 : 200_000,
    });

    const mails = await countMails(dir, MEMBERS);
    const lost = [...mails].filter(([, count]) => count === 0);
    const twice = [...mails].filter(([, count]) => count > 1);
    const duplicates = twice.reduce((sum, [, count]) => sum + count - 1, 0);
    console.log(JSON.stringify({ ...counted, killedWhileSending, duplicates }));

    const notes = await rowsOf('select member_id, state, attempt from mail_outbox');
    expect(notes).toHaveLength(MEMBERS);
    expect(lost).toEqual([]);
    expect(notes.filter(({ state }) => state !== 'SENT')).toEqual([]);
    expect(duplicates).toBeLessThanOrEqual(counted.deadSenders);
    // Each duplicate is visible: it had more than one attempt.
    const attempts = new Map(notes.map((note) => [String(note.member_id), Number(note.attempt)]));
    expect(twice.filter(([id, count]) => (attempts.get(id) ?? 0) < count)).toEqual([]);
    // Most of the kills struck while there was something to lose.
    expect(killedWhileSending).toBeGreaterThanOrEqual(KILLS * 0.5);
  });
});

import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ingestFile } from '../ingest/ingestFile.ts';
import { openStackDatabase, readStack, type Stack } from '../stack/stack.ts';
import { startStackProcess } from '../testing/startTestStacks.ts';
import type { SentMail } from '../testing/testStack.ts';
import { writeFeed } from './feed/writeFeed.ts';
import { compare } from './lib/compare.ts';
import { endProcess } from './lib/endProcess.ts';
import { nextMessage } from './lib/nextMessage.ts';
import { checkOpenFiles } from './lib/openFiles.ts';
import { checkSameAnswer, WrongAnswer } from './lib/sameAnswer.ts';
import { sized } from './lib/smallest.ts';
import { startServer } from './lib/startServer.ts';
import { type Line, toLine } from './lib/toLine.ts';
import type { Heard } from './release/listeners.ts';
import { readRun } from './release/readRun.ts';
import { addMembers, sell, subscribeMembers, type Title } from './release/shopOfMorning.ts';

const BOOKS = sized(300, 5);
const MEMBERS = sized(2_000, 5);
const SOCKETS = sized(5_000, 20);
const ROUNDS = sized(3, 1);
/** As deployed. */
const TICK_SECONDS = sized(60, 1);
const MAILS_WITHIN_MS = 600_000;

/**
 * The times of a morning, in milliseconds unless stated otherwise. A stage begins where the
 * previous one ended; the outbox is filled from the moment publishing starts.
 */
interface Morning {
  /** From the shop's insert to the start of the run that detects it. */
  tick: number;
  detect: number;
  publish: number;
  /** The rest of the push after the last event was published. */
  push: number;
  fill: number;
  send: number;
  /** How many texts a page received, including repeats. */
  texts: number;
  /** From the shop's insert to the last page's last notice. */
  notice: number;
  /** From the shop's insert to the last mail that SES accepted. */
  mail: number;
}

/**
 * A morning on which three hundred books go on sale: 5,000 pages are open, and 2,000 members wait
 * for three books each. Everything except the pages runs as with `npm start`. Returns each stage's
 * share for notices and mails; and the publishing, beside a server that only sends the same texts.
 */
export async function bench(): Promise<Line[]> {
  checkOpenFiles(SOCKETS + 100);
  const dir = mkdtempSync(join(tmpdir(), 'shinkan-bench-'));
  const running = await startStackProcess(dir, ['--empty', '--tick', String(TICK_SECONDS)]);
  const bare = await startServer(script('serveBare'));
  const crowds: ChildProcess[] = [];
  try {
    const stack = readStack(dir);
    const titles = await announce(stack, dir);
    await addMembers(stack, MEMBERS);
    const [pages, peers] = [listen(stack.graphql, stack.apiKey), listen(bare.url, 'none')];
    crowds.push(pages, peers);
    await Promise.all(crowds.map(nextMessage));

    const mornings: Morning[] = [];
    let payloads: string[] = [];
    const line = await compare({
      path: `${BOOKS} events to ${SOCKETS} pages`,
      unit: 'ms',
      better: 'lower',
      rounds: ROUNDS,
      warmUps: 0,
      ours: {
        name: 'publish and push',
        async measure() {
          const own = titles.splice(0, BOOKS);
          const { morning, heard } = await live(stack, dir, own, pages);
          mornings.push(morning);
          console.log(`morning ${mornings.length} of ${ROUNDS}: ${JSON.stringify(morning)}`);
          payloads = Object.values(heard.payloads);
          return morning.publish + morning.push;
        },
      },
      peers: [
        {
          name: 'the same texts, sent by ws',
          goal: null,
          measure: () => sendBare(bare.url, peers, payloads),
        },
      ],
    });
    return [
      ...shares(mornings, 'sale to last notice', 'notice', ['tick', 'detect', 'publish', 'push']),
      ...shares(mornings, 'sale to last mail', 'mail', ['tick', 'detect', 'fill', 'send']),
      ...line,
      again(mornings),
    ];
  } finally {
    for (const crowd of crowds) await endProcess(crowd);
    await Promise.all([bare.stop(), running.stop()]);
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Makes the partner announce the books of all mornings. */
async function announce(stack: Stack, dir: string): Promise<Title[]> {
  const file = join(dir, 'shinkan_20261124_full_001.csv');
  const rows = BOOKS * ROUNDS;
  await writeFeed(file, { rows, edition: 0 });
  const outcome = await ingestFile(stack, file, { profile: 'shinkan', encoding: 'windows-31j' });
  checkSameAnswer(
    'the ingest',
    { state: outcome.state, created: outcome.created },
    { state: 'MERGED', created: rows },
  );
  const books = await openStackDatabase(stack).query<{ id: string; isbn: string; title: string }>(
    'select id, isbn, title from book order by record_key',
  );
  return books.map(({ id, isbn, title }) => ({ bookId: id, isbn, title }));
}

/**
 * One morning, from the shop's insert to the last mail. Throws if a notice or a mail is missing.
 */
async function live(
  stack: Stack,
  dir: string,
  titles: Title[],
  pages: ChildProcess,
): Promise<{ morning: Morning; heard: Heard }> {
  const waiting = await subscribeMembers(stack, MEMBERS, titles);
  await untilNothingIsLeft(stack);
  const mailsBefore = readMails(dir).length;
  pages.send(titles.length);
  await nextMessage(pages);
  const heardAll = nextMessage(pages);
  heardAll.catch(() => {}); // when the sale fails, nobody waits for it
  const sold = await sell(stack, titles);

  const heard = (await heardAll) as Heard;
  const seqs = await openStackDatabase(stack).query<{ seq: number }>(
    `select e.seq from book_event e
     join json_table(:ids, '$[*]' columns (id varchar(120) path '$')) as own on own.id = e.book_id
     where e.kind = 'ON_SALE' order by e.seq`,
    { ids: JSON.stringify(titles.map(({ bookId }) => bookId)) },
  );
  const { complete, again, disordered } = heard;
  // A run that is still publishing when the next begins overlaps with it: pages drop repeats.
  checkSameAnswer('the pages', { complete, disordered }, { complete: SOCKETS, disordered: 0 });
  checkSameAnswer(
    'the notices',
    Object.keys(heard.payloads).map(Number),
    seqs.map(({ seq }) => seq),
  );

  const mails = await mailsOf(dir, mailsBefore);
  for (const [to, own] of waiting) {
    const theirs = mails.filter((mail) => mail.to.includes(to));
    const isWhole = own.every(({ title }) => theirs[0]?.text.includes(title));
    if (theirs.length !== 1 || !isWhole) {
      throw new WrongAnswer(`${to} waits for ${own.length} books and got ${theirs.length} mails`);
    }
  }

  const run = await readRun(stack, sold);
  const lastMailAt = Math.max(...mails.map(({ at }) => Date.parse(at)));
  return {
    heard,
    morning: {
      tick: run.started - sold,
      detect: run.detected - run.started,
      publish: run.published - run.detected,
      push: Math.max(0, heard.lastAt - run.published),
      fill: run.filled - run.detected,
      send: lastMailAt - run.filled,
      texts: titles.length + again / SOCKETS,
      notice: heard.lastAt - sold,
      mail: lastMailAt - sold,
    },
  };
}

/** Waits until every event is published and processed, so that a run starts clean. */
async function untilNothingIsLeft(stack: Stack): Promise<void> {
  for (;;) {
    const [row] = await openStackDatabase(stack).query<{ left_over: number }>(
      `select (select count(*) from book_event where published_at is null)
        + (select coalesce(max(seq), 0) from book_event)
        - (select last_seq from mail_cursor where id = 1) as left_over`,
    );
    if (row?.left_over === 0) return;
    await pause(500);
  }
}

/** Returns the mails once there is one for each member. */
async function mailsOf(dir: string, before: number): Promise<SentMail[]> {
  const until = Date.now() + MAILS_WITHIN_MS;
  for (;;) {
    const mails = readMails(dir).slice(before);
    if (mails.length >= MEMBERS) return mails;
    if (Date.now() > until) throw new WrongAnswer(`${mails.length} of ${MEMBERS} mails were sent`);
    await pause(1_000);
  }
}

function readMails(dir: string): SentMail[] {
  try {
    const lines = readFileSync(join(dir, 'mails.jsonl'), 'utf8').split('\n');
    // The last line may be incomplete.
    return lines.slice(0, -1).map((line): SentMail => JSON.parse(line));
  } catch (error) {
    // Nothing has been mailed yet.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/**
 * Milliseconds until as many pages have received the same texts from a server that does nothing
 * else.
 */
async function sendBare(url: string, pages: ChildProcess, payloads: string[]): Promise<number> {
  pages.send(payloads.length);
  await nextMessage(pages);
  const heardAll = nextMessage(pages);
  const begun = performance.timeOrigin + performance.now();
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(payloads) });
  if (!answer.ok) throw new WrongAnswer(`the bare server answered ${answer.status}`);
  const { complete, lastAt } = (await heardAll) as Heard;
  checkSameAnswer('the pages of the bare server', complete, SOCKETS);
  return lastAt - begun;
}

/** The names of the stages in the table. */
const STAGES = {
  tick: 'waiting for the next run',
  detect: 'detect',
  publish: 'publish',
  push: 'push what is left',
  fill: 'fill the outbox',
  send: 'send',
};

/** One line for each stage: its time beside the total. */
function shares(
  mornings: Morning[],
  path: string,
  whole: 'notice' | 'mail',
  stages: (keyof typeof STAGES)[],
): Line[] {
  const valuesOf = (key: keyof Morning, name: string) => ({
    name,
    values: mornings.map((morning) => morning[key]),
  });
  const peer = valuesOf(whole, 'the whole way');
  return stages.map((stage) => {
    const ours = valuesOf(stage, STAGES[stage]);
    return toLine({ path, unit: 'ms', better: 'lower', ours, peer, goal: null });
  });
}

/** The minimum is to push each event once. */
function again(mornings: Morning[]): Line {
  return toLine({
    path: `${BOOKS} events to ${SOCKETS} pages`,
    unit: 'texts a page',
    better: 'lower',
    ours: { name: 'pushed', values: mornings.map(({ texts }) => texts) },
    peer: { name: 'events', values: [BOOKS] },
    goal: 1,
  });
}

function listen(url: string, apiKey: string): ChildProcess {
  return fork(script('listeners'), [url, apiKey, String(SOCKETS)]);
}

function script(name: string): string {
  return join(import.meta.dirname, 'release', `${name}.ts`);
}

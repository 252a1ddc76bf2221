import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { recordOnSale } from '../../../release/recordOnSale.ts';
import { openStackDatabase, readStack } from '../../../scripts/stack.ts';
import { eventually } from '../../support/eventually.ts';
import { createRandom, type Random } from '../../support/random.ts';
import { startStackProcess } from '../../support/startTestStack.ts';
import { aFollower, type Follower } from './aFollower.ts';
import { aLine, type Line } from './aLine.ts';
import { announceMany } from './announceMany.ts';

const isFull = process.env.BAR_FULL === '1';
const CLIENTS = 200;
const EVENTS = isFull ? 10_000 : 600;
/** Of the writing, and with it of the disturbing. */
const SECONDS = isFull ? 300 : 20;
const LONGEST_CUT_MS = isFull ? 150_000 : 8_000;
const WRITERS = 3;

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

it(
  `${CLIENTS} clients on lines that break hear each of ${EVENTS} events once and in order`,
  async () => {
    const dir = mkdtempSync(join(tmpdir(), 'shinkan-cuts-'));
    const stackProcess = await startStackProcess(dir, ['--empty', '--tick', isFull ? '5' : '1']);
    onTestFinished(async () => {
      await stackProcess.stop();
      rmSync(dir, { recursive: true, force: true });
    });
    const stack = readStack(dir);
    const database = openStackDatabase(stack);
    const isbns = await announceMany(database, EVENTS);

    const lines: Line[] = [];
    const followers: Follower[] = [];
    onTestFinished(async () => {
      for (const follower of followers) follower.stop();
      await Promise.all(lines.map((line) => line.stop()));
    });
    for (let index = 0; index < CLIENTS; index += 1) {
      const line = await aLine(Number(new URL(stack.graphql).port));
      lines.push(line);
      // One of ten follows a part of the log, which all events of this test are in.
      const kind = index % 10 === 9 ? 'ON_SALE' : undefined;
      followers.push(aFollower(line.port, stack.apiKey, kind));
    }
    await eventually('all clients to be live', () =>
      followers.every((follower) => follower.state() === 'live'),
    );

    const written = new AbortController();
    const disturbing = lines.map((line, index) =>
      disturb(line, followers[index] as Follower, createRandom(seed + 1 + index), written.signal),
    );
    const share = Math.ceil(EVENTS / WRITERS);
    const writing = Array.from({ length: WRITERS }, (_, index) =>
      write(isbns.slice(index * share, (index + 1) * share), createRandom(seed - 1 - index)),
    );
    await Promise.all(writing);
    written.abort();
    await Promise.all(disturbing);

    const log = await database.query<{ seq: number }>('select seq from book_event order by seq');
    const seqs = log.map(({ seq }) => seq);
    expect(seqs).toHaveLength(EVENTS);
    await eventually(
      'all clients to have heard everything',
      () => followers.every(({ heard }) => heard.length >= EVENTS),
      { within: 180_000 },
    ).catch(() => {}); // who has not is named below

    followers.forEach(({ kind, heard, failure }, index) => {
      const got = kind === undefined ? heard : heard.toSorted((one, other) => one - other);
      const verdict = { failure: failure(), ...compare(got, seqs) };
      const right = { failure: null, missing: [], twice: [], order: 'right' };
      expect(verdict, `client ${index}, SEED=${seed}`).toEqual(right);
    });
    // All of it was for nothing if nobody was disturbed.
    expect(followers.filter(({ losses }) => losses() > 0).length).toBeGreaterThan(CLIENTS / 2);

    /** Books go on sale, a few in each transaction, over the whole time. */
    async function write(own: string[], random: Random): Promise<void> {
      const until = Date.now() + SECONDS * 1_000;
      let at = 0;
      while (at < own.length) {
        const some = own.slice(at, at + random.whole(1, 20));
        at += some.length;
        await recordOnSale(
          database,
          some.map((isbn) => ({ isbn, onSaleAt: '2026-01-01 00:00:00', productUrl: null })),
        );
        const turnsLeft = (own.length - at) / 10.5;
        await pause((Math.max(0, until - Date.now()) / Math.max(1, turnsLeft)) * random.next() * 2);
      }
    }
  },
  (isFull ? 1_800 : 300) * 1_000,
);

/** What somebody has heard, against what there was to hear. */
function compare(heard: number[], seqs: number[]) {
  const all = new Set(heard);
  const left = new Set(heard);
  return {
    missing: seqs.filter((seq) => !all.has(seq)),
    twice: heard.filter((seq) => !left.delete(seq)),
    order: heard.every((seq, index) => index === 0 || seq >= Number(heard[index - 1]))
      ? 'right'
      : 'wrong',
  };
}

/** Breaks a line in one way after the other, until `ended`, and leaves it whole. */
async function disturb(
  line: Line,
  follower: Follower,
  random: Random,
  ended: AbortSignal,
): Promise<void> {
  // From milliseconds to the longest, each size as often as the others.
  const someTime = () =>
    pause(LONGEST_CUT_MS ** random.next(), null, { signal: ended }).catch(() => {});
  while (!ended.aborted) {
    await someTime();
    const way = random.pick(['cut', 'cut', 'take', 'silence', 'delay', 'start anew']);
    // One who follows a part of the log may hear some of it again in a new life, as documented.
    if (way === 'start anew' && follower.kind !== undefined) continue;
    if (way === 'cut') line.cut();
    if (way === 'start anew') follower.startAnew();
    if (way === 'take') line.take();
    if (way === 'silence') line.silence();
    if (way === 'delay') line.delay(random.whole(1, 300));
    if (way !== 'cut' && way !== 'start anew') await someTime();
    line.mend(random.pick(['die', 'go on']));
  }
}

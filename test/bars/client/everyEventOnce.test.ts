import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it, onTestFinished } from 'vitest';
import { recordOnSale } from '../../../services/release/recordOnSale.ts';
import { openStackDatabase, readStack } from '../../../tools/stack/stack.ts';
import { createRandom, type Random } from '../../../tools/testing/random.ts';
import { startStackProcess } from '../../../tools/testing/startTestStacks.ts';
import { eventually } from '../../support/eventually.ts';
import { aFollower, type Follower } from './aFollower.ts';
import { aLine, type Line } from './aLine.ts';
import { announceMany } from './announceMany.ts';

const isFull = process.env.BAR_FULL === '1';
const CLIENTS = 200;
const EVENTS = isFull ? 10_000 : 400;
/** Of the writing; the disturbances go on until everything is published. */
const SECONDS = isFull ? 300 : 20;
const LONGEST_CUT_MS = isFull ? 150_000 : 8_000;
const WRITERS = 3;
/** Books that go on sale in one transaction. */
const MOST_AT_ONCE = isFull ? 100 : 20;
/** Five minutes, and some time to read. */
const UNREAD_MS = 330_000;

const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));

it(
  `${CLIENTS} clients on broken lines hear each of ${EVENTS} events once and in order`,
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
      // One of ten follows a part of the log that contains all events of this test.
      const kind = index % 10 === 9 ? 'ON_SALE' : undefined;
      followers.push(aFollower(line.port, stack.apiKey, kind));
    }
    await eventually('all clients to be live', () =>
      followers.every((follower) => follower.state() === 'live'),
    );

    const published = new AbortController();
    const disturbing = lines.map((line, index) =>
      disturb(line, followers[index] as Follower, createRandom(seed + 1 + index), published.signal),
    );
    const share = Math.ceil(EVENTS / WRITERS);
    const writing = Array.from({ length: WRITERS }, (_, index) =>
      write(isbns.slice(index * share, (index + 1) * share), createRandom(seed - 1 - index)),
    );
    await Promise.all(writing);
    await eventually('all events to be published', isAllPublished, { within: 900_000 });
    published.abort();
    await Promise.all(disturbing);

    const log = await database.query<{ seq: number }>('select seq from book_event order by seq');
    const seqs = log.map(({ seq }) => seq);
    expect(seqs).toHaveLength(EVENTS);
    await untilNobodyHearsMore(followers, EVENTS);
    followers.forEach(({ kind, heard, state, failure }, index) => {
      const got = kind === undefined ? heard : heard.toSorted((one, other) => one - other);
      const verdict = { state: state(), failure: failure(), ...compare(got, seqs) };
      const right = { state: 'live', failure: null, missing: [], twice: [], order: 'right' };
      expect(verdict, `client ${index}, SEED=${seed}`).toEqual(right);
    });
    // The test proves nothing if nobody was disturbed.
    expect(followers.filter(({ losses }) => losses() > 0).length).toBeGreaterThan(CLIENTS / 2);

    async function isAllPublished(): Promise<boolean> {
      const left = await database.query(
        'select seq from book_event where published_at is null limit 1',
      );
      return left.length === 0;
    }

    /** Puts books on sale, a few in each transaction, spread over the whole time. */
    async function write(own: string[], random: Random): Promise<void> {
      const until = Date.now() + SECONDS * 1_000;
      let at = 0;
      while (at < own.length) {
        const some = own.slice(at, at + random.whole(1, MOST_AT_ONCE));
        at += some.length;
        await recordOnSale(
          database,
          some.map((isbn) => ({ isbn, onSaleAt: '2026-01-01 00:00:00', productUrl: null })),
        );
        const turnsLeft = ((own.length - at) * 2) / MOST_AT_ONCE;
        await pause((Math.max(0, until - Date.now()) / Math.max(1, turnsLeft)) * random.next() * 2);
      }
    }
  },
  (isFull ? 2_400 : 600) * 1_000,
);

/**
 * Waits until everybody is live and has heard this many events, or nobody has heard anything for
 * longer than a client leaves the log unread.
 */
async function untilNobodyHearsMore(followers: Follower[], events: number): Promise<void> {
  const count = () => followers.reduce((sum, { heard }) => sum + heard.length, 0);
  for (let before = count(), since = Date.now(); ; ) {
    if (followers.every(({ heard, state }) => heard.length >= events && state() === 'live')) return;
    await pause(200);
    const now = count();
    if (now > before) since = Date.now();
    else if (Date.now() - since > UNREAD_MS) return;
    before = now;
  }
}

/** Compares what a client has heard with what there was to hear. */
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
  // From milliseconds to the longest, log-uniformly distributed.
  const someTime = () =>
    pause(LONGEST_CUT_MS ** random.next(), null, { signal: ended }).catch(() => {});
  while (!ended.aborted) {
    await someTime();
    const way = random.pick(['cut', 'cut', 'take', 'silence', 'delay', 'start anew']);
    // A client of a part of the log may hear some of it again after a restart, as documented.
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

import { beforeAll, describe, expect, it } from 'vitest';
import { batchedFeed, earlierFeed } from '../../support/kills/batchedFeed.ts';
import { anIngestWorld } from '../../support/kills/ingestWorld.ts';
import { differences } from '../../support/kills/keepTables.ts';
import {
  countCalls,
  killAt,
  loseAnswerAt,
  MOMENTS,
  type Moment,
  nameOf,
  type Plan,
  planAt,
} from '../../support/kills/killAt.ts';
import type { Call, Decide } from '../../support/kills/openDoor.ts';

/** The full run tries every call at every moment; otherwise every moment at some calls. */
const isFull = process.env.BAR_FULL === '1';

/** Milliseconds for a test that enumerates every call. */
const LONGEST = isFull ? 1_800_000 : 120_000;

/** Statements that may count something. */
const COUNTS = /^update book(_event_counter)? /;

type Caller = Call['by'];

const open = anIngestWorld();
let file: object;
let before: string;
let clean: string;
let account: object;
const calls: { [caller in Caller]: string[] } = { container: [], function: [] };

beforeAll(async () => {
  const world = open();
  await world.run(await world.put(earlierFeed, 'shinkan_20270105_full_001.csv'));
  before = await world.tables.comparable();
  await world.tables.remember('earlier');
  file = await world.put(batchedFeed());
  const plan = countCalls();
  world.door.decide = plan.decide;
  const { run } = await world.run(file);
  world.door.decide = undefined;
  calls.container = plan.of('container');
  calls.function = plan.of('function');
  clean = await world.tables.comparable();
  account = await accountOf(run);
});

describe('bar 19 ingest repeat, race, kill', { timeout: LONGEST }, () => {
  it('the clean run covers every kind of change, in several batches', async () => {
    expect(account).toMatchObject({
      state: 'MERGED',
      record_count: 126,
      created_count: 70,
      changed_count: 7,
      unchanged_count: 48,
      rejected_count: 1,
    });
    expect(batches().length).toBeGreaterThanOrEqual(3);
    expect(clean).toContain('"kind":"CANCELLED"');
    expect(clean).toContain('"kind":"RESCHEDULED"');
    expect(clean).toContain('"absences":1');
  });

  it('a container killed at any call leaves what a clean run leaves', async () => {
    const wrong: string[] = [];
    for (const [number, moment] of deaths('container', 2)) {
      wrong.push(...(await wrongAfter(killAt('container', number, moment))));
    }
    expect(wrong).toEqual([]);
  });

  it('a container killed a second time leaves what a clean run leaves', async () => {
    const wrong: string[] = [];
    const last = calls.container.length;
    const batch = calls.container.indexOf('insert into ingest_stage') + 1;
    const seconds = isFull ? calls.container.map((_, n) => n + 1) : [1, batch, last];
    for (const first of isFull ? [1, batch, batch + 1, last] : [batch]) {
      for (const second of seconds) {
        const one = killAt('container', first, 'during');
        const other = killAt('container', second, 'during');
        const both: Decide = (call) => (one.killed ? other : one).decide(call);
        wrong.push(...(await wrongAfter(other, both)));
      }
    }
    expect(wrong).toEqual([]);
  });

  it('a function killed at any call of guard, merge or publish leaves all or nothing, and in the end what a clean run leaves', async () => {
    const wrong: string[] = [];
    for (const [number, moment] of deaths('function', 9)) {
      wrong.push(...(await wrongAfter(killAt('function', number, moment))));
    }
    expect(wrong).toEqual([]);
  });

  it.each(['Guard', 'Merge', 'Publish'] as const)(
    'the function of %s killed before its first call or after its last leaves what a clean run leaves',
    async (part) => {
      const world = open();
      for (const moment of ['before', 'after'] as const) {
        await world.tables.restore('earlier');
        let died = false;
        world.watchParts((seen, when) => {
          if (died || seen !== part || when !== moment) return;
          died = true;
          throw Object.assign(new Error('signal: killed'), { name: 'Runtime.ExitError' });
        });
        const { run, status } = await world.run(file);
        world.watchParts(undefined);
        expect([died, status]).toEqual([true, 'SUCCEEDED']);
        expect(await wrongTables(run)).toEqual([]);
      }
    },
  );

  it('a database answer lost at any call of the container leaves what a clean run leaves', async () => {
    expect(await wrongAfterLost('container', (_, n) => isFull || n % 4 === 1)).toEqual([]);
  });

  it('a database answer lost at a call of a function leaves what a clean run leaves', async () => {
    const sampled = (name: string, n: number) => !COUNTS.test(name) && (isFull || n % 12 === 0);
    expect(await wrongAfterLost('function', sampled)).toEqual([]);
  });

  it('an answer lost where something is counted leaves what a clean run leaves', async () => {
    expect(await wrongAfterLost('function', (name) => COUNTS.test(name))).toEqual([]);
  });

  it('a database that is away for a while at any call leaves what a clean run leaves', async () => {
    const world = open();
    const wrong: string[] = [];
    for (const caller of ['container', 'function'] as const) {
      const each = isFull ? 1 : { container: 5, function: 25 }[caller];
      for (let number = 1; number <= calls[caller].length; number += each) {
        // Each client tries three times: two attempts of the state fail, the third succeeds.
        const plan = planAt(caller, number, (call) => {
          world.dataApi.faults.set([{ fault: 'DatabaseUnavailableException', times: 8 }]);
          return call.pass();
        });
        wrong.push(...(await wrongAfter(plan)));
        expect(world.dataApi.faults.rules).toEqual([]);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('a database server that is killed and restarted leaves what a clean run leaves', async () => {
    const { container, function: functions } = calls;
    const deaths: [Caller, number][] = [
      ['container', container.indexOf('insert into ingest_stage') + 2],
      ['function', functions.indexOf('insert into book') + 1],
      ['function', functions.indexOf('CommitTransaction') + 1],
    ];
    const wrong: string[] = [];
    for (const [caller, number] of deaths)
      wrong.push(...(await wrongAfterServerDied(caller, number)));
    expect(wrong).toEqual([]);
  });

  it.each([
    ['when the next container has dropped the rows of the first', 'delete from ingest_reject'],
    ['when the next container has read the whole file', 'update ingest_run set'],
  ])('a batch that arrives late, %s, changes nothing', async (_, until) => {
    expect(await wrongAfterLate(until)).toEqual([]);
  });

  it('a batch that arrives after the merge is removed by the next run', async () => {
    const world = open();
    expect(await wrongAfterLate('the merge')).toEqual([
      expect.stringMatching(/^\d+ rows of a MERGED run are left$/),
    ]);
    await world.run(await world.put(earlierFeed, 'shinkan_20270107_delta_001.csv'));
    expect(await world.tables.staged()).toEqual([]);
  });
});

/**
 * The differences from a clean run when an answer is lost, for each of a caller’s calls that are
 * `wanted`.
 */
async function wrongAfterLost(
  caller: Caller,
  wanted: (name: string, index: number) => boolean,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const [index, name] of calls[caller].entries()) {
    if (wanted(name, index)) wrong.push(...(await wrongAfter(loseAnswerAt(caller, index + 1))));
  }
  return wrong;
}

/**
 * The calls, counted from 1, and moments at which the caller is killed; `each` is the step between
 * tried calls.
 */
function deaths(caller: Caller, each: number): [number, Moment][] {
  const numbers = calls[caller].map((_, index) => index + 1);
  if (isFull) return numbers.flatMap((n) => MOMENTS.map((moment): [number, Moment] => [n, moment]));
  return numbers
    .filter((n) => n % each === 0)
    .map((n, index) => [n, MOMENTS[index % MOMENTS.length] ?? 'during']);
}

function batches(): string[] {
  return calls.container.filter((name) => name === 'insert into ingest_stage');
}

/**
 * Ingests the file under the plan and returns the differences from a clean run; `looks` also reads
 * what readers see at the moment of the kill.
 */
async function wrongAfter(
  plan: Plan,
  decide: Decide = plan.decide,
  { looks = true } = {},
): Promise<string[]> {
  const world = open();
  await world.tables.restore('earlier');
  const seen: string[] = [];
  world.door.decide = async (call) => {
    const was = plan.killed;
    const answer = await decide(call);
    if (plan.killed && !was && looks) seen.push(await world.tables.comparable());
    return answer;
  };
  const { run, status } = await world.run(file);
  world.door.decide = undefined;
  const wrong = [
    ...(plan.killed ? [] : ['nobody was killed']),
    ...(status === 'SUCCEEDED' ? [] : [status]),
    ...(seen.every((text) => text === before || text === clean) ? [] : ['half of it was seen']),
    ...(await wrongTables(run)),
  ];
  const place = `call ${plan.calls.length} (${plan.calls.at(-1)})`;
  return wrong.map((what) => `${place}: ${what}`);
}

/**
 * Kills the database server while it works on a call; calls made meanwhile wait until it serves
 * again.
 */
async function wrongAfterServerDied(caller: Caller, number: number): Promise<string[]> {
  const world = open();
  let serving: Promise<void> = Promise.resolve();
  const plan = planAt(caller, number, async (call) => {
    const restarted = Promise.withResolvers<void>();
    serving = restarted.promise;
    const answer = call.pass();
    const start = await world.server.kill();
    await answer;
    start().then(restarted.resolve, restarted.reject);
    return answer;
  });
  return wrongAfter(
    plan,
    async (call) => {
      await serving;
      return plan.decide(call);
    },
    { looks: false },
  );
}

/** The differences of the tables from a clean run. */
async function wrongTables(run: string): Promise<string[]> {
  const { tables } = open();
  const told = await accountOf(run);
  return [
    ...differences(clean, await tables.comparable()),
    ...differences(JSON.stringify(account), JSON.stringify(told)),
    ...(await tables.staged()).map(({ state, rows }) => `${rows} rows of a ${state} run are left`),
  ];
}

/** The stored data of a run including its rejects, without its id and times. */
async function accountOf(run: string) {
  const { tables } = open();
  const { id: _, started_at, finished_at, ...rest } = await tables.run(run);
  return { ...rest, rejects: await tables.rejects(run) };
}

/**
 * Kills the container at its last batch, which the database starts only when the next container has
 * made its last call named `until`, or when the file is merged.
 */
async function wrongAfterLate(until: string): Promise<string[]> {
  const number = calls.container.lastIndexOf('insert into ingest_stage') + 1;
  const count = calls.container.lastIndexOf(until) + 1;
  const world = open();
  await world.tables.restore('earlier');
  let made = 0;
  let work: (() => Promise<unknown>) | undefined;
  world.door.decide = async (call) => {
    if (call.by !== 'container') return call.pass();
    made += 1;
    if (made === number) {
      work = call.pass;
      process.kill(call.pid, 'SIGKILL');
      return 'silence';
    }
    const answer = await call.pass();
    if (made === number + count && work !== undefined) {
      expect(nameOf(call)).toBe(until);
      await work();
      work = undefined;
    }
    return answer;
  };
  const { run, status } = await world.run(file);
  world.door.decide = undefined;
  expect(work === undefined).toBe(until !== 'the merge');
  await work?.();
  return [...(status === 'SUCCEEDED' ? [] : [status]), ...(await wrongTables(run))];
}

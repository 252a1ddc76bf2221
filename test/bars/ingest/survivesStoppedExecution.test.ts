import { beforeAll, describe, expect, it } from 'vitest';
import { batchedFeed, earlierFeed, withdrawingFeed } from '../../support/kills/batchedFeed.ts';
import { anIngestWorld } from '../../support/kills/ingestWorld.ts';
import { differences } from '../../support/kills/keepTables.ts';
import { countCalls, killAt, planAt } from '../../support/kills/killAt.ts';
import type { Call } from '../../support/kills/openDoor.ts';
import type { Part } from '../../support/kills/startIngest.ts';

/** At every call; otherwise at some. */
const isFull = process.env.BAR_FULL === '1';
const LONGEST = isFull ? 1_800_000 : 120_000;

const open = anIngestWorld();
let file: object;
let clean: string;
let held: string;
const calls: { [caller in Call['by']]: number } = { container: 0, function: 0 };
const by = '店長';

beforeAll(async () => {
  const world = open();
  await world.run(await world.put(earlierFeed, 'shinkan_20270105_full_001.csv'));
  await world.tables.remember('earlier');
  ({ run: held } = await world.run(
    await world.put(withdrawingFeed, 'shinkan_20270106_full_009.csv'),
  ));
  expect(await world.tables.run(held)).toMatchObject({ state: 'HELD' });
  await world.tables.remember('held');
  await world.tables.restore('earlier');
  file = await world.put(batchedFeed());
  const counted = countCalls();
  world.door.decide = counted.decide;
  await world.run(file);
  world.door.decide = undefined;
  calls.container = counted.of('container').length;
  calls.function = counted.of('function').length;
  clean = await world.tables.comparable();
});

describe('bar 19 ingest repeat, race, kill: an execution that is stopped', {
  timeout: LONGEST,
}, () => {
  it.each<[Part, 'before' | 'after']>([
    ['Stage', 'before'],
    ['Stage', 'after'],
    ['Guard', 'before'],
    ['Guard', 'after'],
    ['Merge', 'before'],
    ['Merge', 'after'],
    ['Publish', 'before'],
    ['Publish', 'after'],
  ])(
    'an execution stopped at %s, %s it, and restarted with its file leaves what a clean run leaves',
    async (part, moment) => {
      const world = open();
      await world.tables.restore('earlier');
      expect(await stopAtPart(file, part, moment)).toBe('ABORTED');
      expect(await world.run(file)).toMatchObject({ status: 'SUCCEEDED' });
      expect(differences(clean, await world.tables.comparable())).toEqual([]);
    },
  );

  it('an execution stopped while its container reads and restarted at once leaves what a clean run leaves', async () => {
    const wrong: string[] = [];
    for (let number = 1; number <= calls.container; number += isFull ? 1 : 4) {
      wrong.push(...(await wrongAfterRestart('container', number)));
    }
    expect(wrong).toEqual([]);
  });

  // Lambda keeps running when its execution is stopped.
  it('an execution stopped while a function works and restarted at once leaves what a clean run leaves', async () => {
    const wrong: string[] = [];
    for (let number = 2; number <= calls.function; number += isFull ? 1 : 14) {
      wrong.push(...(await wrongAfterRestart('function', number)));
    }
    expect(wrong).toEqual([]);
  });

  it('a stopped execution is given up by the next run once no execution can still work on it, and leaves no staged rows', async () => {
    const world = open();
    await world.tables.restore('earlier');
    await stopAtPart(file, 'Guard', 'after');
    await world.rows(
      "update ingest_run set started_at = started_at - interval 8 hour where state = 'STAGED'",
    );
    await world.run(file);
    expect(await world.tables.staged()).toEqual([]);
    const runs = await world.rows('select state, reason_code from ingest_run order by started_at');
    expect(runs).toContainEqual({ state: 'DISCARDED', reason_code: 'abandoned' });
    expect(differences(clean, await world.tables.comparable())).toEqual([]);
  });

  it.each<[Part, 'before' | 'after']>([
    ['Merge', 'before'],
    ['Merge', 'after'],
    ['Publish', 'before'],
    ['Publish', 'after'],
  ])(
    'an execution stopped at %s, %s it, while it merges an approved run merges it once when restarted',
    async (part, moment) => {
      const world = open();
      const approval = { approve: held, by };
      await world.tables.restore('held');
      expect(await world.run(approval)).toMatchObject({ status: 'SUCCEEDED' });
      const approved = await world.tables.comparable();
      await world.tables.restore('held');
      expect(await stopAtPart(approval, part, moment)).toBe('ABORTED');
      expect(await world.run(approval)).toMatchObject({ status: 'SUCCEEDED' });
      expect(differences(approved, await world.tables.comparable())).toEqual([]);
      expect(await world.tables.run(held)).toMatchObject({ state: 'MERGED', approved_by: by });
      expect(await world.tables.staged()).toEqual([]);
    },
  );

  it.each(['before', 'during', 'after'] as const)(
    'an execution stopped %s Discard drops the run when restarted, and keeps the operator’s name',
    async (moment) => {
      const world = open();
      await world.tables.restore('held');
      const untouched = await world.tables.untouched();
      const order = { discard: held, by };
      const stopped =
        moment === 'during'
          ? stopAtCall(order, 'function', 3)
          : stopAtPart(order, 'Discard', moment);
      expect(await stopped).toBe('ABORTED');
      expect(await world.run(order)).toMatchObject({ status: 'SUCCEEDED' });
      expect(await world.tables.run(held)).toMatchObject({ state: 'DISCARDED', discarded_by: by });
      expect(await world.tables.staged()).toEqual([]);
      expect(await world.tables.untouched()).toBe(untouched);
    },
  );

  it.each(['before', 'after'] as const)(
    'an execution stopped %s the function of a dry run changes nothing, nor does the next dry run',
    async (moment) => {
      const world = open();
      await world.tables.restore('earlier');
      const untouched = await world.tables.untouched();
      const order = { ...file, dryRun: true };
      expect(await stopAtPart(order, 'Preview', moment)).toBe('ABORTED');
      const { run, status } = await world.run(order);
      expect(status).toBe('SUCCEEDED');
      expect(await world.tables.run(run)).toMatchObject({ state: 'DISCARDED' });
      expect(await world.tables.untouched()).toBe(untouched);
    },
  );
});

describe('bar 19 ingest repeat, race, kill: a dry run', { timeout: LONGEST }, () => {
  it('a dry run whose function is killed at a call changes nothing and drops its rows', async () => {
    const total = await countDryRun();
    const wrong: string[] = [];
    for (let number = 1; number < total - 1; number += isFull ? 1 : 16) {
      wrong.push(...(await wrongAfterDryRun(number)));
    }
    expect(wrong).toEqual([]);
  });

  it('a dry run whose function is killed at its last calls drops its rows', async () => {
    const total = await countDryRun();
    expect([...(await wrongAfterDryRun(total - 1)), ...(await wrongAfterDryRun(total))]).toEqual(
      [],
    );
  });
});

async function countDryRun(): Promise<number> {
  const world = open();
  await world.tables.restore('earlier');
  const counted = countCalls();
  world.door.decide = counted.decide;
  await world.run({ ...file, dryRun: true });
  world.door.decide = undefined;
  return counted.of('function').length;
}

async function wrongAfterDryRun(number: number): Promise<string[]> {
  const world = open();
  await world.tables.restore('earlier');
  const untouched = await world.tables.untouched();
  world.door.decide = killAt('function', number, 'before').decide;
  const { run, status } = await world.run({ ...file, dryRun: true });
  world.door.decide = undefined;
  const { state, preview } = await world.tables.run(run);
  const seen = {
    status,
    state,
    previewed: preview !== null,
    staged: await world.tables.staged(),
    untouched: (await world.tables.untouched()) === untouched,
  };
  const expected = {
    status: 'SUCCEEDED',
    state: 'DISCARDED',
    previewed: true,
    staged: [],
    untouched: true,
  };
  return differences(JSON.stringify(expected), JSON.stringify(seen)).map(
    (what) => `call ${number}: ${what}`,
  );
}

/** Starts an execution and stops it when a part begins (which then does not run) or has ended. */
async function stopAtPart(input: object, part: Part, moment: 'before' | 'after'): Promise<string> {
  const world = open();
  let stopped = false;
  const begun = Promise.withResolvers<string>();
  world.watchParts(async (seen, when) => {
    if (stopped || seen !== part || when !== moment) return;
    stopped = true;
    await world.stopExecution(await begun.promise);
    throw new Error('The execution is stopped');
  });
  begun.resolve(await world.begin(input));
  const { status } = await world.end(await begun.promise);
  world.watchParts(undefined);
  return status;
}

/**
 * Starts an execution and stops it while one of its callers makes call `number`, which continues.
 */
async function stopAtCall(
  input: object,
  caller: Call['by'],
  number: number,
  then: () => Promise<unknown> = async () => {},
): Promise<string> {
  const world = open();
  const begun = Promise.withResolvers<string>();
  const done = Promise.withResolvers<unknown>();
  const plan = planAt(caller, number, async (call) => {
    await world.stopExecution(await begun.promise);
    done.resolve(then());
    return call.pass();
  });
  world.door.decide = plan.decide;
  begun.resolve(await world.begin(input));
  const { status } = await world.end(await begun.promise);
  await done.promise;
  world.door.decide = undefined;
  return status;
}

async function wrongAfterRestart(caller: Call['by'], number: number): Promise<string[]> {
  const world = open();
  await world.tables.restore('earlier');
  const ends: string[] = [];
  const again = async () => ends.push((await world.run(file)).status);
  ends.unshift(await stopAtCall(file, caller, number, again));
  await world.functionsAtRest();
  const wrong = differences(clean, await world.tables.comparable());
  if (ends.join() !== 'ABORTED,SUCCEEDED') wrong.unshift(ends.join());
  return wrong.map((what) => `${caller}, call ${number}: ${what}`);
}

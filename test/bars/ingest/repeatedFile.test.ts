import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { run as command } from '../../support/command.ts';
import { writeFile } from '../../support/feed.ts';
import { announced, type FeedRow, toFeed } from '../../support/feedRows.ts';
import { batchedFeed, earlierFeed } from '../../support/kills/batchedFeed.ts';
import { anIngestWorld } from '../../support/kills/ingestWorld.ts';
import { differences } from '../../support/kills/keepTables.ts';
import { nameOf } from '../../support/kills/killAt.ts';
import { zip } from '../../unit/services/ingest/bytes/pack.ts';

const isFull = process.env.BAR_FULL === '1';
const LONGEST = isFull ? 1_800_000 : 120_000;
const ROUNDS = isFull ? 25 : 3;

const open = anIngestWorld();
const FULL = 'shinkan_20270106_full_001.csv';
const DELTA = 'shinkan_20270106_delta_001.csv';
const news = batchedFeed(10);

/** The tables’ contents after one file, or two in sequence, on top of the earlier books alone. */
const clean = new Map<string, string>();
const comparedWith = (name: string) => clean.get(name) ?? '';

/** Two deltas of one profile that both announce `S-…`; the later one also moves `M-…`. */
const shared = Array.from({ length: 20 }, (_, n) => announced(`S-${n}`, 1));
const one = toFeed(...shared, ...moving(2, '2027年4月'), announced('A-1', 1));
const other = toFeed(...shared, ...moving(3, '2027年5月'), announced('B-1', 1));

beforeAll(async () => {
  const world = open();
  await world.run(await world.put(earlierFeed, 'shinkan_20270105_full_001.csv'));
  await world.tables.remember('earlier');
  const deliveries: [string, [name: string, content: string][]][] = [
    ['full', [[FULL, news]]],
    ['delta', [[DELTA, news]]],
    [
      'one, other',
      [
        ['shinkan_20270106_delta_002.csv', one],
        ['shinkan_20270106_delta_003.csv', other],
      ],
    ],
    [
      'other, one',
      [
        ['shinkan_20270106_delta_003.csv', other],
        ['shinkan_20270106_delta_002.csv', one],
      ],
    ],
  ];
  for (const [name, files] of deliveries) {
    await world.tables.restore('earlier');
    for (const [file, content] of files) {
      expect(await world.run(await world.put(content, file))).toMatchObject({
        status: 'SUCCEEDED',
      });
    }
    clean.set(name, await world.tables.comparable());
  }
});

describe('bar 19 ingest repeat, race, kill: a file', { timeout: LONGEST }, () => {
  it('a file delivered five times, renamed and compressed, takes effect once and is reported as a repeat', async () => {
    const world = open();
    await world.tables.restore('earlier');
    const ingest = (file: string) => command('ingest', file, '--json', '--dir', world.dir);
    const first = await ingest(writeFile(FULL, news));
    expect(first.code, first.output).toBe(0);
    const { run: firstRun } = JSON.parse(first.output);
    const untouched = await world.tables.untouched();
    const again = [
      writeFile(FULL, news),
      writeFile('20270106-full.txt', news),
      writeFile(`${FULL}.gz`, gzipSync(news)),
      writeFile('shinkan_20270106_full_004.zip', await zip({ [FULL]: news })),
      writeFile('again_20270106_full.csv', news),
    ];
    for (const file of again) {
      const { code, output } = await ingest(file);
      expect(code, output).toBe(0);
      const told = JSON.parse(output);
      expect(told).toMatchObject({ state: 'MERGED', created: 0, changed: 0 });
      expect(await world.tables.run(told.run)).toMatchObject({ repeat_of: firstRun });
      const shown = await command('ingest', 'show', told.run, '--dir', world.dir);
      expect(shown.output).toContain(`repeats   ${firstRun}`);
      expect(await world.tables.untouched()).toBe(untouched);
    }
    expect(differences(comparedWith('full'), await world.tables.comparable())).toEqual([]);
    expect(await world.tables.staged()).toEqual([]);
  });

  it('a file without a date in its name is read again and changes nothing', async () => {
    const world = open();
    await world.tables.restore('earlier');
    await world.run(await world.put(news, DELTA));
    const catalogue = await world.tables.comparable();
    const { run } = await world.run(await world.put(news, 'latest.csv'));
    expect(await world.tables.run(run)).toMatchObject({
      state: 'MERGED',
      repeat_of: null,
      created_count: 0,
      changed_count: 0,
    });
    expect(await world.tables.comparable()).toBe(catalogue);
  });

  it('a file in two concurrent runs is merged by one of them', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      expect(
        await wrongAfterRace(
          [
            [DELTA, news],
            [DELTA, news],
          ],
          ['delta'],
        ),
      ).toEqual([]);
      expect(await howManyChanged()).toBe(1);
    }
  });

  it('a file in five concurrent runs, three of them compressed, is merged by one of them', async () => {
    const packed = gzipSync(news);
    const files: [string, string | Uint8Array][] = [
      [DELTA, news],
      ['shinkan_20270106_delta_002.csv', news],
      [`${DELTA}.gz`, packed],
      ['shinkan_20270106_delta_003.csv.gz', packed],
      ['shinkan_20270106_delta_004.zip', await zip({ [DELTA]: news })],
    ];
    for (let round = 0; round < (isFull ? 10 : 1); round += 1) {
      expect(await wrongAfterRace(files, ['delta'])).toEqual([]);
      expect(await howManyChanged()).toBe(1);
    }
  });

  it('a file that lists all books counts once when two runs of it pass the guard together', async () => {
    const world = open();
    await world.tables.restore('earlier');
    const order = await world.put(news, FULL);
    let guarded = 0;
    const both = Promise.withResolvers<void>();
    world.watchParts((part, moment) => {
      if (part !== 'Guard' || moment !== 'after') return;
      guarded += 1;
      if (guarded === 2) both.resolve();
      return both.promise;
    });
    const runs = await Promise.all([world.begin(order), world.begin(order)]);
    const ends = await Promise.all(runs.map(world.end));
    world.watchParts(undefined);
    expect(ends.map(({ status }) => status)).toEqual(['SUCCEEDED', 'SUCCEEDED']);
    expect(differences(comparedWith('full'), await world.tables.comparable())).toEqual([]);
  });

  it('a file whose merge starts late, is stopped and started again counts once', async () => {
    const world = open();
    await world.tables.restore('earlier');
    const order = await world.put(news, FULL);
    const first = Promise.withResolvers<string>();
    const guarded = Promise.withResolvers<void>();
    let begun = 0;
    let again: Promise<unknown> | undefined;
    world.door.decide = async (call) => {
      if (nameOf(call) !== 'BeginTransaction') return call.pass();
      begun += 1;
      if (begun === 1) {
        await world.stopExecution(await first.promise);
        world.watchParts((part, moment) => {
          if (part === 'Guard' && moment === 'after') guarded.resolve();
        });
        again = world.run(order);
        await guarded.promise;
      }
      return call.pass();
    };
    first.resolve(await world.begin(order));
    await world.end(await first.promise);
    await guarded.promise;
    await again;
    await world.functionsAtRest();
    world.door.decide = undefined;
    world.watchParts(undefined);
    expect(differences(comparedWith('full'), await world.tables.comparable())).toEqual([]);
  });

  it('a file that holds a row until a later day and lists all books counts once', async () => {
    const world = open();
    await world.tables.restore('earlier');
    const file = toFeed(
      ...Array.from({ length: 55 }, (_, n) => announced(`K-${n}`, 1)),
      announced('H-1', 1, { 解禁日: '2999-01-01' }),
    );
    await world.run(await world.put(file, FULL));
    const catalogue = await world.tables.comparable();
    await world.run(await world.put(file, FULL));
    expect(differences(catalogue, await world.tables.comparable())).toEqual([]);
  });

  it('a file overtaken by another run after reading is read again and merged as if it had come later', async () => {
    const world = open();
    const retitled = Array.from({ length: 5 }, (_, n) => announced(`K-${n}`, 1, { 書名: '改題' }));
    const quick = await world.put(toFeed(...retitled), 'shinkan_20270106_delta_005.csv');
    const old = Array.from({ length: 5 }, (_, n) => announced(`K-${n}`, 1));
    const slow = await world.put(
      toFeed(...old, announced('A-1', 1)),
      'shinkan_20270106_delta_006.csv',
    );
    await world.tables.restore('earlier');
    await world.run(quick);
    await world.run(slow);
    const sequential = await world.tables.comparable();

    await world.tables.restore('earlier');
    const isRead = Promise.withResolvers<void>();
    const overtaken = Promise.withResolvers<void>();
    const parts: string[] = [];
    world.watchParts((part, moment) => {
      parts.push(`${part} ${moment}`);
      if (parts.filter((seen) => seen === 'Guard before').length > 1 || part !== 'Guard') return;
      if (moment === 'after') return;
      isRead.resolve();
      return overtaken.promise;
    });
    const run = await world.begin(slow);
    await isRead.promise;
    expect(await world.run(quick)).toMatchObject({ status: 'SUCCEEDED' });
    overtaken.resolve();
    expect(await world.end(run)).toMatchObject({ status: 'SUCCEEDED' });
    world.watchParts(undefined);
    // The quick one once, the slow one twice.
    expect(parts.filter((seen) => seen === 'Stage before')).toHaveLength(3);
    expect(differences(sequential, await world.tables.comparable())).toEqual([]);
    expect(await world.tables.staged()).toEqual([]);
  });

  it('a file beside another of its profile is merged as if one followed the other', async () => {
    const orders = ['one, other', 'other, one'];
    expect(comparedWith('one, other')).not.toBe(comparedWith('other, one'));
    for (let round = 0; round < ROUNDS; round += 1) {
      const files: [string, string][] = [
        ['shinkan_20270106_delta_002.csv', one],
        ['shinkan_20270106_delta_003.csv', other],
      ];
      expect(await wrongAfterRace(round % 2 === 0 ? files : files.toReversed(), orders)).toEqual(
        [],
      );
      const doubled = await open().rows(
        `select book_id from book_event where kind = 'ANNOUNCED'
         group by book_id having count(*) > 1`,
      );
      expect(doubled).toEqual([]);
    }
  });
});

/**
 * Delivers files to concurrent executions; returns the differences from each of the clean states.
 */
async function wrongAfterRace(
  files: [name: string, content: string | Uint8Array][],
  asIn: string[],
): Promise<string[]> {
  const world = open();
  await world.tables.restore('earlier');
  const orders = await Promise.all(files.map(([name, content]) => world.put(content, name)));
  const runs = await Promise.all(orders.map(world.begin));
  const ends = await Promise.all(runs.map(world.end));
  const now = await world.tables.comparable();
  return [
    ...ends.flatMap(({ run, status }) => (status === 'SUCCEEDED' ? [] : [`${run} is ${status}`])),
    ...(asIn.some((name) => comparedWith(name) === now)
      ? []
      : differences(comparedWith(asIn[0] ?? ''), now)),
    ...(await world.tables.staged()).map(({ state, rows }) => `${rows} rows of a ${state} run`),
  ];
}

/**
 * The number of runs, besides the first file’s, that changed the catalogue; all others are merged
 * without a change.
 */
async function howManyChanged(): Promise<number> {
  const runs = await open().rows(
    'select state, created_count + changed_count as changes from ingest_run order by started_at, id',
  );
  expect(runs.every(({ state }) => state === 'MERGED')).toBe(true);
  return runs.slice(1).filter(({ changes }) => Number(changes) > 0).length;
}

/** Rows that move ten known books, dated at this hour. */
function moving(hour: number, to: string): FeedRow[] {
  return Array.from({ length: 5 }, (_, n) => announced(`K-${n}`, hour, { 発売予定日: to }));
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  appendRecords,
  findLast,
  findWorse,
  type Run,
  readRecords,
  toRecords,
} from '../../../../tools/bench/lib/records.ts';
import { checkTable } from '../../../../tools/bench/lib/runBench.ts';
import { smokeBenches } from '../../../../tools/bench/lib/smokeBenches.ts';
import { type Line, toLine } from '../../../../tools/bench/lib/toLine.ts';
import { run } from '../../../support/command.ts';

const aRun: Run = {
  bench: 'graphql',
  commit: 'abc1234',
  machine: '2 cores of a kind',
  date: '2026-12-03T00:00:00.000Z',
};

const aLine: Line = toLine({
  path: 'list',
  unit: 'requests/s',
  better: 'higher',
  ours: { name: 'local stack', values: [90, 100, 110] },
  peer: { name: 'yoga', values: [100, 100, 100] },
  goal: 1,
});

const [aRecord] = toRecords(aRun, [aLine]) as [ReturnType<typeof toRecords>[number]];

test('a record names bench, line, commit, machine, date, ratio, spread and direction', () => {
  expect(aRecord).toEqual({
    ...aRun,
    line: 'list, requests/s, beside yoga',
    ratio: 1,
    spread: 0.2,
    better: 'higher',
  });
});

test('the spread of a ratio compares each round with the same round of the peer', () => {
  const sides = {
    ours: { name: 'ours', values: [10, 20] },
    peer: { name: 'peer', values: [5, 10] },
  };
  expect(toLine({ path: '', unit: 'ms', better: 'lower', goal: null, ...sides })).toMatchObject({
    ratio: 2,
    spread: 0,
  });
});

test('the spread of a ratio to a limit is that of our figures', () => {
  const sides = { ours: { name: 'ours', values: [25, 50, 75] }, peer: { name: '', values: [100] } };
  expect(toLine({ path: '', unit: 'ms', better: 'lower', goal: 1, ...sides })).toMatchObject({
    ratio: 0.5,
    spread: 1,
  });
});

test('a peer that costs nothing counts as one unit, but one that does nothing has no ratio', () => {
  const nothing = { ours: { name: '', values: [6] }, peer: { name: '', values: [0] } };
  const line = { path: '', unit: '', goal: null, ...nothing };
  expect(toLine({ ...line, better: 'lower' }).ratio).toBe(6);
  expect(() => checkTable([toLine({ ...line, better: 'higher' })])).toThrow('no ratio');
});

test('a table without lines fails', () => {
  checkTable([aLine]);
  expect(() => checkTable([])).toThrow('empty');
});

test.each([
  ['higher is better, the ranges overlap', 'higher', 0.9, 0.2, false],
  ['higher is better, the ranges are apart', 'higher', 0.8, 0.2, true],
  ['higher is better, the ranges are apart the other way', 'higher', 2, 0.2, false],
  ['lower is better, the ranges overlap', 'lower', 1.15, 0.2, false],
  ['lower is better, the ranges are apart', 'lower', 1.3, 0.2, true],
  ['lower is better, the ranges are apart the other way', 'lower', 0.5, 0.2, false],
  ['the new figures are noisy', 'lower', 1.3, 1, false],
] as const)('a ratio is worse than 1 ± 10 %%: %s', (_, better, ratio, spread, isWorse) => {
  const last = { ...aRecord, better };
  const now = { ...last, ratio, spread };
  expect(findWorse([now], [last])).toEqual(isWorse ? [{ now, last }] : []);
});

test('a ratio that was measured once is not worse within five per cent', () => {
  const last = { ...aRecord, spread: 0 };
  const isWorse = (ratio: number) => findWorse([{ ...last, ratio }], [last]).length === 1;
  expect([0.96, 0.94].map(isWorse)).toEqual([false, true]);
});

test('a ratio is compared with the last record of its line on the same kind of machine', () => {
  const last = { ...aRecord, ratio: 2, spread: 0 };
  const others = [
    { ...aRecord, bench: 'push', ratio: 9 },
    { ...aRecord, line: 'another', ratio: 9 },
    { ...aRecord, machine: '96 cores', ratio: 9 },
  ];
  expect(findLast(aRecord, [{ ...aRecord, ratio: 1 }, last, ...others])).toEqual(last);
  expect(findWorse([aRecord], others)).toEqual([]);
});

test('records are appended to those before', () => {
  const dir = mkdtempSync(join(tmpdir(), 'shinkan-records-'));
  const file = join(dir, 'results.jsonl');
  try {
    appendRecords([aRecord], file);
    appendRecords(
      [
        { ...aRecord, ratio: 2 },
        { ...aRecord, shared: true },
      ],
      file,
    );
    expect(readRecords(file)).toEqual([
      aRecord,
      { ...aRecord, ratio: 2 },
      { ...aRecord, shared: true },
    ]);
  } finally {
    rmSync(dir, { recursive: true });
  }
});

test('the committed records can be read', () => {
  for (const { ratio, spread, better, line } of readRecords()) {
    expect([ratio, spread].every(Number.isFinite), line).toBe(true);
    expect(['higher', 'lower']).toContain(better);
  }
});

test('a smoke run names the benches that fail', async () => {
  expect(await smokeBenches(['no-such-bench'])).toEqual(['no-such-bench']);
});

test.each([
  [['bench', '--record'], 'need the name'],
  [['bench', '--compare'], 'need the name'],
  [['bench', 'parse', '--smoke', '--record'], 'cannot be used with'],
])('shinkan %j is a usage error', async (words, message) => {
  const { code, stderr } = await run(...words);
  expect({ code, stderr }).toEqual({ code: 64, stderr: expect.stringContaining(message) });
});

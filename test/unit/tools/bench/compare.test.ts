import { describe, expect, test } from 'vitest';
import { areaUnderRoc } from '../../../../tools/bench/lib/areaUnderRoc.ts';
import { compare, verdict } from '../../../../tools/bench/lib/compare.ts';
import { median, percentile, spread } from '../../../../tools/bench/lib/median.ts';
import { checkSameAnswer, WrongAnswer } from '../../../../tools/bench/lib/sameAnswer.ts';
import { toTable } from '../../../../tools/bench/lib/toTable.ts';

/** A side that returns these figures in turn and records that it was called. */
function side(name: string, figures: number[], asked: string[] = []) {
  const left = [...figures];
  return {
    name,
    goal: null as number | null,
    async measure() {
      asked.push(name);
      return left.shift() ?? Number.NaN;
    },
  };
}

const requests = { path: 'list', unit: 'requests/s', better: 'higher', rounds: 3 } as const;

describe('a comparison', () => {
  test('a comparison alternates the sides and starts each round with another one', async () => {
    const asked: string[] = [];
    const ours = side('ours', [1, 1, 1, 1], asked);
    const peer = side('peer', [1, 1, 1, 1], asked);
    await compare({ ...requests, ours, peers: [peer] });
    expect(asked).toEqual(['ours', 'peer', 'peer', 'ours', 'ours', 'peer', 'peer', 'ours']);
  });

  test('a comparison omits the warm-up and compares medians', async () => {
    const ours = side('ours', [9999, 30, 20, 1000]);
    const peer = side('peer', [0.001, 10, 12, 8]);
    const [line] = await compare({ ...requests, ours, peers: [peer] });
    expect(line).toMatchObject({
      ours: { name: 'ours', median: 30 },
      peer: { name: 'peer', median: 10, spread: 0.4 },
      ratio: 3,
    });
  });

  test('a comparison returns one line per peer', async () => {
    const peers = [side('fast', [1, 4, 4, 4]), side('slow', [1, 1, 1, 1])];
    const lines = await compare({ ...requests, ours: side('ours', [1, 2, 2, 2]), peers });
    expect(lines.map(({ peer, ratio }) => [peer.name, ratio])).toEqual([
      ['fast', 0.5],
      ['slow', 2],
    ]);
  });

  test('a comparison ends with what a side throws', async () => {
    const broken = {
      ...side('peer', []),
      measure: () => Promise.reject(new Error('a socket was lost')),
    };
    const comparison = compare({ ...requests, ours: side('ours', [1]), peers: [broken] });
    await expect(comparison).rejects.toThrow('a socket was lost');
  });
});

describe('the verdict', () => {
  const figure = { name: '', median: 1, spread: 0 };
  const line = { path: '', unit: '', ours: figure, peer: figure, spread: 0 };

  test.each([
    ['higher', 1, 1, 'met'],
    ['higher', 0.99, 1, 'missed'],
    ['lower', 0.75, 0.75, 'met'],
    ['lower', 0.76, 0.75, 'missed'],
    ['lower', 7, null, 'no goal'],
  ] as const)(
    'the verdict: %s is better, ratio %d, goal %s: %s',
    (better, ratio, goal, expected) => {
      expect(verdict({ ...line, better, ratio, goal })).toBe(expected);
    },
  );
});

test('the median of an even number of values is between the two middle ones', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(spread([8, 10, 12])).toBe(0.4);
  expect(() => median([])).toThrow('no value');
  const upTo = (last: number) => Array.from({ length: last }, (_, index) => last - index);
  expect([100, 120, 3].map((last) => percentile(upTo(last), 99))).toEqual([99, 119, 3]);
  expect(() => percentile([], 99)).toThrow('no value');
});

test('the table says which direction is better, and whether the goal is reached', () => {
  const table = toTable([
    {
      path: 'upcomingBooks over HTTP',
      unit: 'requests/s',
      better: 'higher',
      ours: { name: 'local stack', median: 1234.5, spread: 0.1 },
      peer: { name: 'yoga', median: 1000, spread: 0.02 },
      ratio: 1.2345,
      spread: 0.1,
      goal: 1,
    },
  ]);
  expect(table.split('\n').at(-1)).toBe(
    '| upcomingBooks over HTTP | requests/s | local stack: 1235 ± 5 % | yoga: 1000 ± 1 % | 1.23 | ≥ 1 | met |',
  );
});

test('answers that differ stop a bench, and both are shown', () => {
  checkSameAnswer('list', { a: 1, b: [1, 2] }, { b: [1, 2], a: 1 });
  const compareOrders = () => checkSameAnswer('list', [1, 2], [2, 1]);
  expect(compareOrders).toThrow(WrongAnswer);
  expect(compareOrders).toThrow('list: the answers differ.\nours: [1,2]\npeer: [2,1]');
});

test.each([
  ['never the same', [1, 2], [3, 4], 1],
  ['never the same, the other way', [3, 4], [1, 2], 1],
  ['the same', [5, 5], [5, 5], 0.5],
  ['mixed', [1, 4], [2, 3], 0.5],
  ['nearly apart', [1, 2, 3], [2, 4, 5], 7.5 / 9],
])('the area under the ROC curve of lists that are %s', (_, left, right, area) => {
  expect(areaUnderRoc(left, right)).toBeCloseTo(area, 10);
});

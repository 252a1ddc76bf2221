import { expect, it } from 'vitest';
import { eachPart } from '../../../services/ingest/merging/eachPart.ts';
import { aFeedDatabase } from './feedDatabase.ts';

const feed = aFeedDatabase();

/** The parts into which these rows are divided, each row `record_no: members`. */
async function parts(rows: [number, number][], atOnce: number): Promise<string[]> {
  const all = rows.map(([no, members]) => `select ${no} as record_no, ${members} as members`);
  const counts = `select * from (${all.join(' union all ')}) r where record_no between :from and :to`;
  const given: string[] = [];
  await eachPart(
    feed.open(),
    { counts, values: {}, range: { from: 11, to: 20 } },
    async ({ from, to }) => {
      given.push(`${from}-${to}`);
    },
    atOnce,
  );
  return given;
}

it.each<[string, [number, number][], string[]]>([
  [
    'one part, where few wait',
    [
      [12, 3],
      [15, 7],
    ],
    ['11-20'],
  ],
  ['one part, where nobody waits', [[30, 99]], ['11-20']],
  [
    'so many parts that none has more',
    [
      [12, 6],
      [13, 4],
      [15, 1],
      [19, 10],
    ],
    ['11-14', '15-18', '19-20'],
  ],
  [
    'a part for each book that alone has more',
    [
      [12, 50],
      [13, 50],
      [14, 1],
    ],
    ['11-12', '13-13', '14-20'],
  ],
  [
    'rows that come twice as one',
    [
      [12, 6],
      [12, 6],
      [14, 1],
    ],
    ['11-13', '14-20'],
  ],
])('eachPart handles a range in %s', async (_, rows, expected) => {
  expect(await parts(rows, 10)).toEqual(expected);
});

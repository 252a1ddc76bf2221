import { loadBooks, prepareLoading } from './feed/loadData.ts';
import { runIngest } from './feed/runIngest.ts';
import { runReading } from './feed/runReading.ts';
import { type ServedDatabase, serveDatabase } from './feed/serveDatabase.ts';
import { upsertRowByRow } from './feed/upsertRowByRow.ts';
import { rowsOr, withFeed } from './feed/withFeed.ts';
import { compare } from './lib/compare.ts';
import { sized } from './lib/smallest.ts';
import type { Line } from './lib/toLine.ts';

const ROUNDS = 3;

/**
 * Ingests an ordinary day's full file, in which 1 % of the rows changed, and one without changes:
 * from its bytes to the commit.
 */
export async function bench(): Promise<Line[]> {
  const rows = rowsOr(1_000_000, 1_000);
  return withFeed(rows, async (fileOf) => {
    const served = await serveDatabase();
    try {
      const { total } = await runIngest(served.url, await fileOf(0), { created: rows });
      console.error(`first load: ${Math.round(rows / total)} rows/s`);
      await prepareLoading(served.direct);
      await loadBooks(served.direct, await fileOf(0));
      return await race(served, rows, fileOf);
    } finally {
      await served.stop();
    }
  });
}

async function race(
  { url, direct }: ServedDatabase,
  rows: number,
  fileOf: (edition: number) => Promise<string>,
): Promise<Line[]> {
  const changed = Math.ceil(rows / 100);
  let edition = 0;
  const ingest = async (file: string, expected: { changed: number }) => {
    const ingested = await runIngest(url, file, expected);
    console.error(JSON.stringify(ingested));
    return rows / ingested.total;
  };
  const timedLoad = async () => {
    const file = await fileOf(edition);
    const begun = performance.now();
    await loadBooks(direct, file);
    return rows / ((performance.now() - begun) / 1000);
  };
  const parseAndHash = {
    name: 'decode + parse + hash',
    measure: async () => (await runReading('parseAndHash', await fileOf(edition), rows)).rate,
  };
  const common = { unit: 'rows/s', better: 'higher' as const, rounds: ROUNDS, warmUps: 0 };
  return [
    ...(await compare({
      path: `full file of ${rows} rows, 1 % changed`,
      ...common,
      ours: {
        name: 'ingest',
        measure: async () => {
          edition += 1;
          return ingest(await fileOf(edition), { changed });
        },
      },
      peers: [
        { ...parseAndHash, goal: 0.55 },
        { name: 'LOAD DATA, upsert of all', goal: 1, measure: timedLoad },
        { name: 'row by row', goal: 50, measure: () => upsertRowByRow(url, sized(1000, 50)) },
      ],
    })),
    ...(await compare({
      path: `full file of ${rows} rows, nothing changed`,
      ...common,
      ours: {
        name: 'ingest',
        // Different bytes with the same rows: an identical file would not be read to the end.
        measure: async () => ingest(await fileOf(edition), { changed: 0 }),
      },
      peers: [{ ...parseAndHash, goal: 0.55 }],
    })),
  ];
}

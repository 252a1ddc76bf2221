import { loadBooks, prepareLoading } from './feed/loadData.ts';
import { runIngest } from './feed/runIngest.ts';
import { serveDatabase } from './feed/serveDatabase.ts';
import { rowsOr, withFeed } from './feed/withFeed.ts';
import { compare } from './lib/compare.ts';
import { WrongAnswer } from './lib/sameAnswer.ts';
import type { Line } from './lib/toLine.ts';

/** Times a partner's first file, from its bytes to committed books and events, beside LOAD DATA. */
export async function bench(): Promise<Line[]> {
  const rows = rowsOr(200_000, 500);
  return withFeed(rows, async (fileOf) => {
    const file = await fileOf(0);
    const ours = async () => {
      const { url, stop } = await serveDatabase();
      try {
        const ingested = await runIngest(url, file, { created: rows, events: rows });
        console.error(JSON.stringify(ingested));
        return rows / ingested.total;
      } finally {
        await stop();
      }
    };
    const theirs = async () => {
      const { direct, stop } = await serveDatabase();
      try {
        await prepareLoading(direct);
        const begun = performance.now();
        const books = await loadBooks(direct, file);
        if (books !== rows) throw new WrongAnswer(`LOAD DATA gave ${books} books of ${rows}`);
        return rows / ((performance.now() - begun) / 1000);
      } finally {
        await stop();
      }
    };
    return compare({
      path: `first load of ${rows} rows`,
      unit: 'rows/s',
      better: 'higher',
      rounds: 3,
      warmUps: 0,
      ours: { name: 'ingest', measure: ours },
      peers: [{ name: 'LOAD DATA, INSERT … SELECT', goal: 0.75, measure: theirs }],
    });
  });
}

import { runIngest } from '../feed/runIngest.ts';
import { serveDatabase } from '../feed/serveDatabase.ts';
import { withFeed } from '../feed/withFeed.ts';
import { type Line, toLine } from '../lib/toLine.ts';

/**
 * The share of texts and postings in a first load and in a full file with 1 % of changed rows,
 * beside the rest of the ingest. Folding is part of that rest.
 */
export async function indexingShare(rows: number): Promise<Line[]> {
  return withFeed(rows, async (fileOf) => {
    const { url, stop } = await serveDatabase();
    try {
      const first = await runIngest(url, await fileOf(0), { created: rows });
      const daily = await runIngest(url, await fileOf(1), { changed: Math.ceil(rows / 100) });
      console.error(JSON.stringify({ first, daily }));
      const line = (path: string, { total, indexing }: typeof first) =>
        toLine({
          path: `${path} of ${rows} rows`,
          unit: 's',
          better: 'lower',
          ours: { name: 'texts and postings', values: [indexing] },
          peer: { name: 'the whole ingest', values: [total] },
          goal: 0.3,
        });
      return [line('first load', first), line('1 % changed', daily)];
    } finally {
      await stop();
    }
  });
}

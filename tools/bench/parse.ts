import { type Reading, runReading } from './feed/runReading.ts';
import { rowsOr, withFeed } from './feed/withFeed.ts';
import { compare } from './lib/compare.ts';
import type { Line } from './lib/toLine.ts';

/** Reads a file in windows-31j: the cost of our framing beside csv-parse, and of a row. */
export async function bench(): Promise<Line[]> {
  const rows = rowsOr(200_000, 1_000);
  return withFeed(rows, async (fileOf) => {
    const file = await fileOf(0);
    const side = (name: string, how: Reading) => ({
      name,
      measure: async () => (await runReading(how, file, rows)).rate,
    });
    const peer = (name: string, how: Reading, goal: number | null = null) => ({
      ...side(name, how),
      goal,
    });
    const unit = { unit: 'rows/s', better: 'higher' as const };
    return [
      ...(await compare({
        path: 'a file to cells, resynchronizing',
        ...unit,
        ours: side('our framing', 'parse'),
        peers: [peer('csv-parse alone', 'csvParse', 0.9), peer('decoding alone', 'decode')],
      })),
      ...(await compare({
        path: 'a file to books',
        ...unit,
        ours: side('whole rows', 'wholeRows'),
        peers: [peer('decode + parse + hash', 'parseAndHash'), peer('cells alone', 'parse')],
      })),
      ...(await compare({
        path: 'a file to names of known rows',
        ...unit,
        ours: side('recognizing', 'recognize'),
        peers: [peer('decode + parse + hash', 'parseAndHash'), peer('whole rows', 'wholeRows')],
      })),
    ];
  });
}

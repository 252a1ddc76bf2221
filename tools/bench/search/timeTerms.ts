import { median, percentile, spread } from '../lib/median.ts';
import { sized } from '../lib/smallest.ts';
import { type Line, toLine } from '../lib/toLine.ts';

/** Each term is queried this often, after one uncounted query. */
const ASKED = sized(3, 1);

interface Timing {
  path: string;
  /** What is measured: search or suggest. */
  name: string;
  /** In milliseconds: the limit of the 99th percentile. */
  limit: number;
}

/**
 * Times each term with `ask`, which returns milliseconds: the 99th percentile beside the limit.
 * Prints the slowest.
 */
export async function timeTerms(
  terms: string[],
  ask: (term: string) => Promise<number>,
  { path, name, limit }: Timing,
): Promise<Line> {
  const asked: { term: string; ms: number }[] = [];
  for (const term of terms) {
    await ask(term);
    for (let nth = 0; nth < ASKED; nth += 1) asked.push({ term, ms: await ask(term) });
  }
  const times = asked.map(({ ms }) => ms);
  const most = percentile(times, 99);
  const [slowest] = asked.toSorted((a, b) => b.ms - a.ms);
  console.error(
    `${path}: median ${median(times).toFixed(2)} ms, 99 of 100 ${most.toFixed(2)} ms, slowest ${slowest?.ms.toFixed(2)} ms (${slowest?.term})`,
  );
  const line = toLine({
    path: `${path}, 99 of 100`,
    unit: 'ms',
    better: 'lower',
    ours: { name, values: [most] },
    peer: { name: 'limit', values: [limit] },
    goal: 1,
  });
  const passes = Array.from({ length: ASKED }, (_, nth) =>
    percentile(
      times.filter((_, index) => index % ASKED === nth),
      99,
    ),
  );
  return { ...line, spread: spread(passes) };
}

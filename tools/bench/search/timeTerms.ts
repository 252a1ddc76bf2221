import type { Line } from '../lib/compare.ts';
import { median, percentile } from '../lib/median.ts';

/** Each term is asked so often, after once that does not count. */
const ASKED = 3;

interface Timing {
  path: string;
  /** What is measured: search or suggest. */
  name: string;
  /** In milliseconds: what 99 of 100 must keep within. */
  limit: number;
}

/** How long each term takes, by what `ask` says in milliseconds: 99 of 100 beside the limit. Tells the slowest. */
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
  return {
    path: `${path}, 99 of 100`,
    unit: 'ms',
    better: 'lower',
    ours: { name, median: most, spread: 0 },
    peer: { name: 'limit', median: limit, spread: 0 },
    ratio: most / limit,
    goal: 1,
  };
}

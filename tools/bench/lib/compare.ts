import { isSmoke } from './smallest.ts';
import { type Line, toLine } from './toLine.ts';

/** Uncounted rounds before those that count. */
export const WARM_UPS = isSmoke ? 0 : 1;

/** One side of a comparison. */
export interface Side {
  name: string;
  /** Does the work once and returns one figure in the comparison's unit. */
  measure(): Promise<number>;
}

export interface Comparison {
  /** What is measured, as the table shows it: `upcomingBooks over HTTP`. */
  path: string;
  ours: Side;
  /** Each makes one line. */
  peers: Peer[];
  /** The unit of every figure: `requests/s`, `ms`. */
  unit: string;
  better: 'higher' | 'lower';
  /** The number of counted rounds; five by default, one in a smoke run. */
  rounds?: number;
  /** The number of uncounted rounds before them. */
  warmUps?: number;
}

export interface Peer extends Side {
  /**
   * The target ratio: at least this if higher is better, at most this if lower is. Null: none is
   * set.
   */
  goal: number | null;
}

/**
 * Measures all sides in turns, so that slowdowns of the machine affect them alike. The starting
 * side rotates each round. An error in a side ends the comparison.
 */
export async function compare(comparison: Comparison): Promise<Line[]> {
  const { path, ours, peers, unit, better, warmUps = WARM_UPS } = comparison;
  const rounds = isSmoke ? 1 : (comparison.rounds ?? 5);
  const sides: Side[] = [ours, ...peers];
  const figures = new Map<Side, number[]>(sides.map((side) => [side, []]));
  for (let round = 0; round < warmUps + rounds; round += 1) {
    const first = round % sides.length;
    for (const side of [...sides.slice(first), ...sides.slice(0, first)]) {
      const figure = await side.measure();
      if (round >= warmUps) figures.get(side)?.push(figure);
    }
  }
  const valuesOf = (side: Side) => ({ name: side.name, values: figures.get(side) ?? [] });
  return peers.map((peer) =>
    toLine({ path, unit, better, ours: valuesOf(ours), peer: valuesOf(peer), goal: peer.goal }),
  );
}

/** Whether the ratio reaches the goal, `no goal` without one. */
export function verdict({ ratio, goal, better }: Line): 'met' | 'missed' | 'no goal' {
  if (goal === null) return 'no goal';
  return (better === 'higher' ? ratio >= goal : ratio <= goal) ? 'met' : 'missed';
}

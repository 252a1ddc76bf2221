import { median, spread } from './median.ts';

/** The comparison with one peer. */
export interface Line {
  path: string;
  unit: string;
  better: 'higher' | 'lower';
  ours: Figure;
  peer: Figure;
  /** Our median divided by the peer's. */
  ratio: number;
  /** Of the ratio over all rounds, as a share of it. */
  spread: number;
  goal: number | null;
}

export interface Figure {
  name: string;
  median: number;
  /** Over all rounds, as a share of the median. */
  spread: number;
}

/** One side's figures, in the order of the rounds; a limit is a single figure. */
interface Values {
  name: string;
  values: number[];
}

type Measured = Pick<Line, 'path' | 'unit' | 'better' | 'goal'> & { ours: Values; peer: Values };

/** The line of a table for what two sides measured. */
export function toLine({ ours, peer, ...rest }: Measured): Line {
  // A peer that costs nothing counts as one unit.
  const divisor = (figure: number) => figure || (rest.better === 'lower' ? 1 : 0);
  const [us, them] = [toFigure(ours), toFigure(peer)];
  // Rounds are compared with each other, because the machine's slowdowns affect all sides of one.
  const isPaired = ours.values.length === peer.values.length;
  const ratios = ours.values.map(
    (figure, round) =>
      figure / divisor((isPaired ? peer.values[round] : them.median) ?? Number.NaN),
  );
  return {
    ...rest,
    ours: us,
    peer: them,
    ratio: us.median / divisor(them.median),
    spread: spread(ratios),
  };
}

function toFigure({ name, values }: Values): Figure {
  return { name, median: median(values), spread: spread(values) };
}

/** Data for stacked bars and their table. */
export interface Bars {
  /** The axis labels. */
  across: string;
  up: string;
  /** The label below each bar, from the left. */
  categories: string[];
  /** One value per category each; the first series is at the bottom. */
  series: Series[];
}

export interface Series {
  name: string;
  /** The colour token in `plot.css`: `--plot-…`. */
  colour: 'first' | 'second' | 'third' | 'fourth' | 'fifth';
  values: number[];
}

/** Returns the cumulative values of each series, which are the heights of its tops. */
export function stack(series: Series[]): number[][] {
  const heights: number[][] = [];
  for (const { values } of series) {
    const below = heights.at(-1);
    heights.push(values.map((value, at) => value + (below?.[at] ?? 0)));
  }
  return heights;
}

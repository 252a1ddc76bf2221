/** What is drawn as stacked bars, and told as a table. */
export interface Bars {
  /** What lies along the axes. */
  across: string;
  up: string;
  /** What stands below each bar, from the left. */
  categories: string[];
  /** Each with a value for every category; the first stands at the bottom. */
  series: Series[];
}

export interface Series {
  name: string;
  /** The token of `plot.css` that it is drawn in: `--plot-…`. */
  colour: 'first' | 'second' | 'third' | 'fourth' | 'fifth';
  values: number[];
}

/** For each series the sum of it and all below it, which is how high it reaches. */
export function stack(series: Series[]): number[][] {
  const heights: number[][] = [];
  for (const { values } of series) {
    const below = heights.at(-1);
    heights.push(values.map((value, at) => value + (below?.[at] ?? 0)));
  }
  return heights;
}

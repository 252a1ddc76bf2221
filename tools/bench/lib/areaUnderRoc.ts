/**
 * How well a value's size reveals which of two lists it belongs to: the area under the ROC curve,
 * by the Mann-Whitney statistic. 0.5 is chance, 1 is certainty; it does not matter which list has
 * the larger values.
 */
export function areaUnderRoc(left: number[], right: number[]): number {
  let wins = 0;
  for (const one of left) {
    for (const other of right) wins += one > other ? 1 : one === other ? 0.5 : 0;
  }
  const area = wins / (left.length * right.length);
  return Math.max(area, 1 - area);
}

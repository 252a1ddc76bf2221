/** The median of these values; throws for an empty list. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  if (upper === undefined || lower === undefined) throw new Error('There is no value to take');
  return (lower + upper) / 2;
}

/** The smallest of these values that this percentage does not exceed. Throws for an empty list. */
export function percentile(values: number[], hundredths: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.ceil((sorted.length * hundredths) / 100) - 1];
  if (value === undefined) throw new Error('There is no value to take');
  return value;
}

/** The spread of the values, as a share of their median: 0.1 is ten per cent. */
export function spread(values: number[]): number {
  const distance = Math.max(...values) - Math.min(...values);
  return distance === 0 ? 0 : distance / median(values);
}

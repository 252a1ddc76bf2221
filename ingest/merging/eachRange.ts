/** Rows that one statement handles: 20,000 stay well below the Data API's 45 seconds. */
const SIZE = 20_000;

/** Calls `work` for one stretch of record numbers after the other, from 1 to `last`. */
export async function eachRange(
  last: number,
  work: (range: { from: number; to: number }) => Promise<unknown>,
): Promise<void> {
  for (let from = 1; from <= last; from += SIZE) {
    await work({ from, to: Math.min(from + SIZE - 1, last) });
  }
}

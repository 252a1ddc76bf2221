/** Whether benches run at their smallest size, which shows that they work but not how fast. */
export const isSmoke = process.env.BENCH_SMOKE === '1';

/** A bench's usual size, or its smallest in a smoke run. */
export function sized(usual: number, smallest: number): number {
  return isSmoke ? smallest : usual;
}

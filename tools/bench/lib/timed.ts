/** Returns a measure of how many milliseconds the work takes. */
export function timed(work: () => Promise<unknown>): () => Promise<number> {
  return async () => {
    const begun = performance.now();
    await work();
    return performance.now() - begun;
  };
}

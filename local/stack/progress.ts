/**
 * Runs `work`; if it takes longer than a second, reports that it runs and, at the end, how long it
 * took.
 */
export async function withProgress<T>(
  label: string,
  work: () => Promise<T>,
  log: (line: string) => void,
): Promise<T> {
  const begun = Date.now();
  let told = false;
  const timer = setTimeout(() => {
    told = true;
    log(`${label}…`);
  }, 1000);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    if (told) log(`${label}: ${((Date.now() - begun) / 1000).toFixed(1)} s`);
  }
}

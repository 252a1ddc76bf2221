import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Retries until `look` returns something other than null, false or an empty list; then fails with
 * `what`.
 */
export async function eventually<T>(
  what: string,
  look: () => Promise<T> | T,
  { within = 20_000 }: { within?: number } = {},
): Promise<NonNullable<T>> {
  const until = Date.now() + within;
  for (;;) {
    const seen = await look();
    if (seen && !(Array.isArray(seen) && seen.length === 0)) return seen;
    if (Date.now() > until) throw new Error(`Waited ${within / 1000} s in vain for: ${what}`);
    await sleep(100);
  }
}

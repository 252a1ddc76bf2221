import { setTimeout as sleep } from 'node:timers/promises';

/** In milliseconds. */
interface Clock {
  now(): number;
  sleep(ms: number): Promise<unknown>;
}

/**
 * Waits until a whole number of steps, one at least, has passed since `begun`, a time of
 * `performance.now()`. A step is meant to be well above any of the hashes, so that the time tells neither
 * the format nor whether a member was found; on a busy machine more than one is needed.
 */
export async function waitForRefusal(
  begun: number,
  stepMs: number,
  clock: Clock = { now: () => performance.now(), sleep },
): Promise<void> {
  const taken = clock.now() - begun;
  await clock.sleep(Math.max(1, Math.ceil(taken / stepMs)) * stepMs - taken);
}

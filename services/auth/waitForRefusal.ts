import { setTimeout as sleep } from 'node:timers/promises';

/** In milliseconds. */
interface Clock {
  now(): number;
  sleep(ms: number): Promise<unknown>;
}

/**
 * Waits until a whole number of steps, at least one, has passed since `begun`, a time of
 * `performance.now()`. A step should be well above the cost of any hash, so that timing reveals
 * neither the format nor whether a member was found; a busy machine may need more than one.
 */
export async function waitForRefusal(
  begun: number,
  stepMs: number,
  clock: Clock = { now: () => performance.now(), sleep },
): Promise<void> {
  const taken = clock.now() - begun;
  await clock.sleep(Math.max(1, Math.ceil(taken / stepMs)) * stepMs - taken);
}

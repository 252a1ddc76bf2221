import { expect, it } from 'vitest';
import { outlast } from '../../../../services/mail/outlast.ts';

/** A clock that only pauses advance, and their lengths. */
function aClock() {
  let now = 0;
  const pauses: number[] = [];
  const pause = async (milliseconds: number) => {
    now += milliseconds;
    pauses.push(milliseconds);
  };
  return { ports: { clock: () => new Date(now), pause }, pauses, now: () => now };
}

it('outlast retries until it succeeds, with growing pauses', async () => {
  const { ports, pauses, now } = aClock();
  const done = await outlast(ports, 600_000, async () => {
    if (now() < 240_000) throw new Error('away');
    return 'done';
  });
  expect(done).toBe('done');
  expect(pauses.slice(0, 8)).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
});

it('outlast throws the last error when the time is over, and not later', async () => {
  const { ports, now } = aClock();
  let tries = 0;
  const work = async () => {
    tries += 1;
    throw new Error(`away ${tries}`);
  };
  await expect(outlast(ports, 60_000, work)).rejects.toThrow(/^away 7$/);
  expect(now()).toBeLessThan(60_000);
});

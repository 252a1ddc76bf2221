import { describe, expect, it } from 'vitest';
import { retry } from '../../../../services/lib/retry.ts';

describe('retry', () => {
  /** Work that fails this many times, and the arguments of `pauseAfter`. */
  function aTrial(failures: number) {
    const pauses: number[] = [];
    let tries = 0;
    const run = () =>
      retry(
        async () => {
          tries += 1;
          if (tries <= failures) throw new Error(`try ${tries}`);
          return tries;
        },
        (_, earlier) => [10, 20][earlier] ?? null,
        async (milliseconds) => pauses.push(milliseconds),
      );
    return { run, pauses };
  }

  it('retry pauses after each failure and returns the first success', async () => {
    const { run, pauses } = aTrial(2);
    expect(await run()).toBe(3);
    expect(pauses).toEqual([10, 20]);
  });

  it('retry throws the error after which there is no further pause', async () => {
    const { run, pauses } = aTrial(3);
    await expect(run()).rejects.toThrow('try 3');
    expect(pauses).toEqual([10, 20]);
  });
});

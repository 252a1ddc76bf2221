import { beforeEach, describe, expect, it } from 'vitest';
import { aPrivateSignIn, type From, heard, kiku, readDeviceCookie } from './privateSignIn.ts';

const signIn = aPrivateSignIn();
const { statusesOf } = signIn;

/** All at one moment, so that the pace does not recover. */
const from = (): From => {
  const now = new Date();
  return { throttle: signIn.aThrottle(1200), now: () => now };
};

describe('a member who signs in again and again', { timeout: 60_000 }, () => {
  beforeEach(() => signIn.theShopHas(['hina'], kiku.password));

  it('a member can sign in a hundred times in 15 minutes, and leaves the others their pace', async () => {
    const at = from();
    let letIn = 0;
    // Ten at once, the most that an account may have under way.
    for (let wave = 0; wave < 22; wave += 1) {
      const statuses = await statusesOf(Array(10).fill(kiku.login), kiku.password, at);
      letIn += statuses.filter((status) => status === 200).length;
    }
    expect(letIn).toBe(100);
    expect(await statusesOf(['hina'], kiku.password, at)).toEqual([200]);
    signIn.theClockMoves(15 * 60);
    expect(await statusesOf([kiku.login], kiku.password)).toEqual([200]);
  });

  it('a member can sign in fifty times on known devices, and leaves the others their pace', async () => {
    const at = from();
    const hinasDevice = readDeviceCookie(await signIn.tries('hina', kiku.password, at));
    let device = await signIn.makesADeviceKnown();
    let letIn = 0;
    for (let time = 0; time < 210; time += 1) {
      const answer = await signIn.tries(kiku.login, kiku.password, { ...at, device });
      if (answer.statusCode !== 200) break;
      letIn += 1;
      device = readDeviceCookie(answer);
    }
    expect(letIn).toBe(50);
    const others = { ...at, device: hinasDevice };
    expect(await statusesOf(['hina'], kiku.password, others)).toEqual([200]);
    // It takes nothing from the account either.
    expect(await statusesOf([kiku.login], kiku.password, at)).toEqual([200]);
  });

  it('a member gets no more attempts by keeping replaced device cookies', async () => {
    const marks: string[] = [];
    for (let time = 0; time < 7; time += 1) marks.push(await signIn.makesADeviceKnown());
    const tries = await Promise.all(
      marks.map((device) => statusesOf(Array(12).fill(kiku.login), 'guess', { device })),
    );
    expect(heard(tries.flat())).toBe(50);
    expect(await statusesOf([kiku.login], kiku.password)).toEqual([200]);
  });

  it('a member cannot be kept out by anyone without a password', async () => {
    for (let quarter = 0; quarter < 12; quarter += 1) {
      await statusesOf(Array(12).fill(kiku.login), 'guess');
      signIn.theClockMoves(15 * 60);
    }
    expect(await statusesOf([kiku.login], kiku.password)).toEqual([200]);
  });
});

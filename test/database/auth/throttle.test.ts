import { describe, expect, it } from 'vitest';
import { aPrivateSignIn, type From, heard, kiku } from './privateSignIn.ts';

const signIn = aPrivateSignIn();
const { statusesOf } = signIn;

/** Spellings that the shop’s database treats as one login. */
function spellingsOf(login: string): string[] {
  return ['', ' ', '  '].flatMap((end) => [
    `${login}${end}`,
    `${login.toUpperCase()}${end}`,
    `${login[0]?.toUpperCase()}${login.slice(1)}${end}`,
    `${login[0]}${login.slice(1).toUpperCase()}${end}`,
  ]);
}

/** The same with an invisible letter, which the shop’s database ignores. */
function unseenSpellingsOf(login: string): string[] {
  return ['\u00ad', '\u0001', '\u200b', '\u200d'].map(
    (unseen) => login.slice(0, 2) + unseen + login.slice(2),
  );
}

describe('guessing a password', () => {
  it.each([
    ['a member', kiku.login],
    ['a stranger', 'nobody'],
  ])(
    'guessing the password of %s is throttled after ten attempts, however the login is spelled',
    async (_, login) => {
      const spellings = [...spellingsOf(login), ...unseenSpellingsOf(login)];
      expect(new Set(spellings).size).toBe(16);
      expect(heard(await statusesOf(spellings, 'guess'))).toBe(10);
      expect(await statusesOf([login], 'guess')).toEqual([429]);
    },
  );

  it('a login spelled with invisible letters still finds the member', async () => {
    for (const login of unseenSpellingsOf(kiku.login)) {
      expect(await statusesOf([login], kiku.password), JSON.stringify(login)).toEqual([200]);
    }
  });

  it('a throttled guess is told how long to wait, in body and header, with the same bytes for unknown logins', async () => {
    const now = () => new Date('2026-11-26T12:00:00Z');
    const later = () => new Date('2026-11-26T12:04:30.500Z');
    const told = async (login: string) => {
      await statusesOf(Array(10).fill(login), 'guess', { now });
      return signIn.tries(login, 'guess', { now: later });
    };
    const answer = await told(kiku.login);
    expect(answer).toEqual({
      statusCode: 429,
      headers: {
        'cache-control': 'no-store',
        'content-type': 'application/json',
        'retry-after': '630',
      },
      body: '{"error":"slow_down","retry_after":630}',
    });
    expect(await told('nobody')).toEqual(answer);
  });

  it('a throttled guess is rejected even with the right password', async () => {
    await statusesOf(Array(10).fill(kiku.login), 'guess');
    expect(await statusesOf([kiku.login], kiku.password)).toEqual([429]);
  });

  it('guessing at many members from one address is throttled after a hundred attempts', async () => {
    const logins = Array.from({ length: 130 }, (_, index) => `reader-${index}`);
    await signIn.theShopHas(logins, kiku.password);
    expect(heard(await statusesOf(logins, 'guess'))).toBe(100);
    expect(await statusesOf(['reader-0'], kiku.password)).toEqual([429]);
    expect(await statusesOf(['reader-0'], 'guess', { address: '198.51.100.1' })).toEqual([401]);
  });

  it('guessing from many addresses of one IPv6 network counts as one address', async () => {
    const logins = Array.from({ length: 110 }, (_, index) => `reader-${index}`);
    await signIn.theShopHas(logins, kiku.password);
    const answers = await Promise.all(
      logins.map((login, index) =>
        signIn.tries(login, 'guess', { address: `2001:db8:0:7:${index.toString(16)}::1` }),
      ),
    );
    expect(heard(answers.map(({ statusCode }) => statusCode))).toBe(100);
    expect(await statusesOf(['reader-0'], 'guess', { address: '2001:db8:0:8::1' })).toEqual([401]);
  });
});

describe('a member’s own attempts', () => {
  it('a member gets in again after fifteen minutes', async () => {
    await statusesOf(Array(11).fill(kiku.login), 'guess');
    signIn.theClockMoves(15 * 60);
    expect(await statusesOf([kiku.login], kiku.password)).toEqual([200]);
  });

  it('a member may mistype nine times, and the right password costs no attempt', async () => {
    await statusesOf(Array(9).fill(kiku.login), 'guess');
    for (let time = 0; time < 3; time += 1) {
      expect(await statusesOf([kiku.login.toUpperCase()], kiku.password)).toEqual([200]);
    }
    expect(await statusesOf(Array(2).fill(kiku.login), 'guess')).toEqual([401, 429]);
  });

  it('a member who signs in gives a guesser no attempts back', async () => {
    await statusesOf(Array(9).fill(kiku.login), 'guess');
    await signIn.makesADeviceKnown();
    expect(heard(await statusesOf(Array(5).fill(kiku.login), 'guess'))).toBe(1);
  });
});

describe('all who sign in', () => {
  it('sign-ins are paced in total, and known devices have a pace of their own', async () => {
    const logins = Array.from({ length: 20 }, (_, index) => `reader-${index}`);
    await signIn.theShopHas(logins, kiku.password);
    const device = await signIn.makesADeviceKnown();
    const begin = Date.now();
    const at = (ms: number): From => ({
      throttle: signIn.aThrottle(60),
      now: () => new Date(begin + ms),
    });
    // Ten seconds’ worth at once.
    expect(heard(await statusesOf(logins, 'guess', at(0)))).toBe(10);
    const refused = await signIn.tries('reader-19', kiku.password, at(0));
    expect(refused.statusCode).toBe(429);
    expect(JSON.parse(refused.body)).toEqual({ error: 'slow_down', retry_after: 1 });
    expect(await statusesOf([kiku.login], kiku.password, { ...at(0), device })).toEqual([200]);
    expect(await statusesOf(['reader-19', 'reader-18'], kiku.password, at(1000))).toEqual([
      200, 429,
    ]);
  });

  it('sign-ins are not delayed by rejected attempts', async () => {
    const begin = Date.now();
    const from: From = { throttle: signIn.aThrottle(120), now: () => new Date(begin) };
    await statusesOf(Array(60).fill('nobody'), 'guess', from);
    expect(await statusesOf([kiku.login], kiku.password, from)).toEqual([200]);
  });
});

import { describe, expect, it } from 'vitest';
import { openRefreshTokens } from '../../../auth/refreshTokens.ts';
import { openThrottle } from '../../../auth/throttle.ts';
import type { Database } from '../../../db/database.ts';
import { aPrivateSignIn, bcryptOf, type From, kiku, readDeviceCookie } from './privateSignIn.ts';

const signIn = aPrivateSignIn();
const secret = 'a secret of the throttle';

async function statusesOf(logins: string[], password: string, from: From = {}): Promise<number[]> {
  const answers = await Promise.all(logins.map((login) => signIn.tries(login, password, from)));
  return answers.map(({ statusCode }) => statusCode).sort();
}

/** Spellings that the shop's database takes for one login. */
function spellingsOf(login: string): string[] {
  return ['', ' ', '  '].flatMap((end) => [
    `${login}${end}`,
    `${login.toUpperCase()}${end}`,
    `${login[0]?.toUpperCase()}${login.slice(1)}${end}`,
    `${login[0]}${login.slice(1).toUpperCase()}${end}`,
  ]);
}

/** A throttle that lets so many through in a minute. */
function aThrottle(perMinute: number, random?: () => number) {
  const options = { secret, perMinute, ...(random === undefined ? {} : { random }) };
  return openThrottle(signIn.open('shinkan'), options);
}

const heard = (statuses: number[]) => statuses.filter((status) => status === 401).length;

describe('whoever guesses a password', () => {
  it.each([
    ['a member', kiku.login],
    ['a stranger', 'nobody'],
  ])('of %s is asked to wait after ten tries, however the login is spelled', async (_, login) => {
    const spellings = spellingsOf(login);
    expect(new Set(spellings).size).toBe(12);
    expect(heard(await statusesOf(spellings, 'guess'))).toBe(10);
    expect(await statusesOf([login], 'guess')).toEqual([429]);
  });

  it('is told how long to wait, in the body and in a header, by the same bytes whether there is such a member', async () => {
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

  it('is not let in by the right password while waiting', async () => {
    await statusesOf(Array(10).fill(kiku.login), 'guess');
    expect(await statusesOf([kiku.login], kiku.password)).toEqual([429]);
  });

  it('of many members from one address is asked to wait after a hundred', async () => {
    const logins = Array.from({ length: 130 }, (_, index) => `reader-${index}`);
    await signIn.theShopHas(logins, kiku.password);
    expect(heard(await statusesOf(logins, 'guess'))).toBe(100);
    expect(await statusesOf(['reader-0'], kiku.password)).toEqual([429]);
    expect(await statusesOf(['reader-0'], 'guess', { address: '198.51.100.1' })).toEqual([401]);
  });

  it('from many addresses of one IPv6 network counts as one', async () => {
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

describe('a member', () => {
  it('gets in again when the fifteen minutes are over', async () => {
    await statusesOf(Array(11).fill(kiku.login), 'guess');
    signIn.theClockMoves(15 * 60);
    expect(await statusesOf([kiku.login], kiku.password)).toEqual([200]);
  });

  it('may mistype nine times, and the right password takes no try', async () => {
    await statusesOf(Array(9).fill(kiku.login), 'guess');
    for (let time = 0; time < 3; time += 1) {
      expect(await statusesOf([kiku.login.toUpperCase()], kiku.password)).toEqual([200]);
    }
    expect(await statusesOf(Array(2).fill(kiku.login), 'guess')).toEqual([401, 429]);
  });

  it('gives a guesser no tries back by signing in', async () => {
    await statusesOf(Array(9).fill(kiku.login), 'guess');
    await signIn.makesADeviceKnown();
    expect(heard(await statusesOf(Array(5).fill(kiku.login), 'guess'))).toBe(1);
  });
});

describe('a device that a member has signed in on', () => {
  it('has ten tries of its own, whatever strangers do', async () => {
    const device = await signIn.makesADeviceKnown();
    await statusesOf(Array(11).fill(kiku.login), 'guess');
    const statuses = await statusesOf(Array(15).fill(kiku.login), 'mistyped', { device });
    expect(heard(statuses)).toBe(10);
    expect(await statusesOf([kiku.login], kiku.password, { device })).toEqual([429]);
    signIn.theClockMoves(15 * 60);
    expect(await statusesOf([kiku.login], kiku.password, { device })).toEqual([200]);
  });

  it('takes none from other devices', async () => {
    const device = await signIn.makesADeviceKnown();
    await statusesOf(Array(11).fill(kiku.login), 'mistyped', { device });
    expect(await statusesOf([kiku.login], kiku.password)).toEqual([200]);
  });

  it('counts for nobody else', async () => {
    const device = await signIn.makesADeviceKnown();
    await statusesOf(Array(11).fill('nobody'), 'guess', { device });
    expect(await statusesOf(['nobody'], 'guess', { device })).toEqual([429]);
    await signIn.theShopHas(['hina'], 'momo');
    await statusesOf(Array(11).fill('hina'), 'guess');
    expect(await statusesOf(['hina'], 'momo', { device })).toEqual([429]);
  });

  it('is known to all who share it', async () => {
    await signIn.theShopHas(['hina'], 'momo');
    const first = await signIn.makesADeviceKnown();
    const device = readDeviceCookie(await signIn.tries('hina', 'momo', { device: first }));
    for (const login of [kiku.login, 'hina']) await statusesOf(Array(11).fill(login), 'guess');
    expect(await statusesOf([kiku.login], kiku.password, { device })).toEqual([200]);
    expect(await statusesOf(['hina'], 'momo', { device })).toEqual([200]);
  });

  it('is unknown once the password has changed at the shop', async () => {
    const device = await signIn.makesADeviceKnown();
    await signIn.theShopSets('password', bcryptOf('another one'));
    await statusesOf(Array(10).fill(kiku.login), 'guess');
    expect(await statusesOf([kiku.login], 'another one', { device })).toEqual([429]);
  });

  it('stays known after sign-out, and no session is touched by who guesses', async () => {
    const cookie = await signIn.signsIn();
    await statusesOf(Array(11).fill(kiku.login), 'guess');
    expect((await signIn.refreshes(cookie)).statusCode).toBe(200);
    const { cookies } = await signIn.signsOut(cookie);
    expect(cookies).toHaveLength(1);
    expect(cookies?.[0]).toMatch(/^__Host-rt=;/);
  });
});

describe('all who sign in', () => {
  it('are let through at a pace, of which those on known devices have a share of their own', async () => {
    const logins = Array.from({ length: 20 }, (_, index) => `reader-${index}`);
    await signIn.theShopHas(logins, kiku.password);
    const device = await signIn.makesADeviceKnown();
    const begin = Date.now();
    const at = (ms: number): From => ({
      throttle: aThrottle(60),
      now: () => new Date(begin + ms),
    });
    // Ten seconds' worth at once.
    expect(heard(await statusesOf(logins, 'guess', at(0)))).toBe(10);
    const refused = await signIn.tries('reader-19', kiku.password, at(0));
    expect(refused.statusCode).toBe(429);
    expect(JSON.parse(refused.body)).toEqual({ error: 'slow_down', retry_after: 1 });
    expect(await statusesOf([kiku.login], kiku.password, { ...at(0), device })).toEqual([200]);
    expect(await statusesOf(['reader-19', 'reader-18'], kiku.password, at(1000))).toEqual([
      200, 429,
    ]);
  });

  it('are not delayed by tries that were refused', async () => {
    const begin = Date.now();
    const from: From = { throttle: aThrottle(120), now: () => new Date(begin) };
    await statusesOf(Array(60).fill('nobody'), 'guess', from);
    expect(await statusesOf([kiku.login], kiku.password, from)).toEqual([200]);
  });
});

describe('a storm of tries', () => {
  it('on the same accounts, addresses and devices ends with an answer to each, and no try too many', async () => {
    // Each that may take old rows away does.
    const throttle = aThrottle(60_000, () => 0);
    const now = new Date();
    const heardFor = new Map<string, number>();
    const tryOnce = async (index: number) => {
      const memberId = String(index % 7);
      const deviceId = index % 5 === 0 ? `device-${index % 3}` : null;
      const answer = await throttle.admit(
        { login: `reader-${memberId}`, memberId, address: `198.51.100.${index % 4}`, deviceId },
        now,
      );
      if ('limit' in answer) return;
      // Every fourth password is right.
      if (index % 4 === 0) return answer.forgive();
      const name = deviceId ?? memberId;
      heardFor.set(name, (heardFor.get(name) ?? 0) + 1);
    };
    await Promise.all(Array.from({ length: 300 }, (_, index) => tryOnce(index)));
    expect([...heardFor.keys()].sort()).toEqual(
      [...'0123456', 'device-0', 'device-1', 'device-2'].sort(),
    );
    for (const [name, count] of heardFor) expect(count, name).toBeLessThanOrEqual(10);
  });
});

describe('the table of tries', () => {
  it('holds neither logins nor addresses', async () => {
    await statusesOf([kiku.login, 'nobody'], 'guess');
    await statusesOf([kiku.login], 'guess', { device: await signIn.makesADeviceKnown() });
    const rows = JSON.stringify(
      await signIn.open('shinkan').query('select * from sign_in_throttle'),
    );
    expect(rows).not.toMatch(/kiku|nobody|203\.0/);
    expect(rows).toMatch(/"a:.*"d:.*"l:.*"m:/);
  });

  it('forgets what nobody has used for a day, and nothing else', async () => {
    const subjects = async () => {
      const rows = await signIn.open('shinkan').query('select subject from sign_in_throttle');
      return rows.map(({ subject }) => String(subject));
    };
    await statusesOf(['nobody'], 'guess', { address: '198.51.100.1' });
    const old = await subjects();
    signIn.theClockMoves(86_300);
    await statusesOf(['nobody-else'], 'guess', { throttle: aThrottle(60_000, () => 0) });
    expect(await subjects()).toEqual(expect.arrayContaining(old));
    signIn.theClockMoves(200);
    await statusesOf(['somebody'], 'guess', { throttle: aThrottle(60_000, () => 0.06) });
    expect(await subjects()).toEqual(expect.arrayContaining(old));
    await statusesOf(['anybody'], 'guess', { throttle: aThrottle(60_000, () => 0.04) });
    const left = await subjects();
    expect(left.filter((subject) => old.includes(subject))).toEqual([]);
    expect(left).toHaveLength(7);
  });
});

describe('a sign-in', () => {
  /** What a try takes of the two databases: how many statements. */
  async function statementsOf(login: string, password: string, from: From = {}): Promise<number> {
    let count = 0;
    const counted = (database: Database): Database => ({
      ...database,
      query: (sql, values) => {
        count += 1;
        return database.query(sql, values);
      },
      execute: (sql, values) => {
        count += 1;
        return database.execute(sql, values);
      },
    });
    const own = counted(signIn.open('shinkan'));
    await signIn.tries(login, password, {
      shop: counted(signIn.open('shop')),
      throttle: openThrottle(own, { secret, perMinute: 60_000, random: () => 0.99 }),
      refreshTokens: openRefreshTokens(own, 'a secret of the marks'),
      ...from,
    });
    return count;
  }

  it('takes four statements on a known device, and six at most elsewhere', async () => {
    const device = await signIn.makesADeviceKnown();
    expect(await statementsOf(kiku.login, kiku.password, { device })).toBe(4);
    const address = '198.51.100.1';
    expect(await statementsOf(kiku.login, kiku.password, { address })).toBe(6);
    expect(await statementsOf(kiku.login, kiku.password, { address })).toBe(5);
  });

  it('takes as many whether there is such a member, and two when it is refused', async () => {
    for (const login of [kiku.login, 'nobody']) {
      expect(await statementsOf(login, 'guess')).toBe(4);
      await statusesOf(Array(8).fill(login), 'guess');
      expect(await statementsOf(login, 'guess')).toBe(3);
      expect(await statementsOf(login, 'guess')).toBe(2);
    }
  });
});

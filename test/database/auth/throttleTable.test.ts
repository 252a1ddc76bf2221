import { describe, expect, it } from 'vitest';
import type { Database } from '../../../db/database.ts';
import { openRefreshTokens } from '../../../services/auth/refreshTokens.ts';
import { openThrottle } from '../../../services/auth/throttling/throttle.ts';
import { aPrivateSignIn, type From, kiku, throttleSecret } from './privateSignIn.ts';

const signIn = aPrivateSignIn();
const { statusesOf } = signIn;

describe('a storm of attempts', () => {
  it('a storm of attempts on the same accounts, addresses and devices is answered, with none too many', async () => {
    // Every attempt that may remove old rows does.
    const throttle = signIn.aThrottle(60_000, () => 0);
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

describe('the table of attempts', () => {
  it('the table of attempts holds neither logins nor addresses', async () => {
    await statusesOf([kiku.login, 'nobody'], 'guess');
    await statusesOf([kiku.login], 'guess', { device: await signIn.makesADeviceKnown() });
    const rows = JSON.stringify(
      await signIn.open('shinkan').query('select * from sign_in_throttle'),
    );
    expect(rows).not.toMatch(/kiku|nobody|203\.0/);
    expect(rows).toMatch(/"a:.*"d:.*"l:.*"m:/);
  });

  it('the table of attempts forgets what has been unused for a day, and nothing else', async () => {
    const subjects = async () => {
      const rows = await signIn.open('shinkan').query('select subject from sign_in_throttle');
      return rows.map(({ subject }) => String(subject));
    };
    await statusesOf(['nobody'], 'guess', { address: '198.51.100.1' });
    const old = await subjects();
    signIn.theClockMoves(86_300);
    await statusesOf(['nobody-else'], 'guess', { throttle: signIn.aThrottle(60_000, () => 0) });
    expect(await subjects()).toEqual(expect.arrayContaining(old));
    signIn.theClockMoves(200);
    await statusesOf(['somebody'], 'guess', { throttle: signIn.aThrottle(60_000, () => 0.06) });
    expect(await subjects()).toEqual(expect.arrayContaining(old));
    await statusesOf(['anybody'], 'guess', { throttle: signIn.aThrottle(60_000, () => 0.04) });
    const left = await subjects();
    expect(left.filter((subject) => old.includes(subject))).toEqual([]);
    // The address that all three share, and three rows of each.
    expect(left).toHaveLength(10);
  });

  it('a failed sweep of the table of attempts is logged and does not fail the attempt', async () => {
    const warnings: string[] = [];
    const own = signIn.open('shinkan');
    const broken: Database = {
      ...own,
      query: async (sql, values) => {
        if (sql.includes('order by last_at')) throw new Error('Deadlock found');
        return own.query(sql, values);
      },
    };
    const throttle = openThrottle(broken, {
      secret: throttleSecret,
      perMinute: 60_000,
      warn: (message) => warnings.push(message),
      random: () => 0,
    });
    const device = await signIn.makesADeviceKnown();
    expect(await statusesOf(['nobody'], 'guess', { throttle })).toEqual([401]);
    expect(await statusesOf([kiku.login], kiku.password, { throttle, device })).toEqual([200]);
    expect(warnings).toHaveLength(2);
    expect(warnings[0]).toMatch(/Could not delete old sign-in tries.*Deadlock/);
  });
});

describe('the statements of a sign-in', () => {
  it.each([
    ['that makes its rows', 'insert ignore into sign_in_throttle'],
    ['that counts the try', 'update sign_in_throttle a'],
  ])(
    'a sign-in is checked, and counted once, when the statement %s was in a deadlock',
    async (_, text) => {
      let deadlocks = 0;
      const own = signIn.open('shinkan');
      const throttle = openThrottle(
        {
          ...own,
          execute: async (sql, values) => {
            if (deadlocks > 0 || !sql.includes(text)) return own.execute(sql, values);
            deadlocks += 1;
            throw new Error('Deadlock found; Error code: 1213; SQLState: 40001');
          },
        },
        { secret: throttleSecret, perMinute: 60_000, warn: () => {}, random: () => 0.99 },
      );
      expect(await statusesOf([kiku.login], 'guess', { throttle })).toEqual([401]);
      expect(deadlocks).toBe(1);
      const rows = await signIn
        .open('shinkan')
        .query('select length(tries) as bytes from sign_in_throttle');
      expect(rows.map(({ bytes }) => Number(bytes))).toEqual([20, 20, 20, 20]);
    },
  );

  it.each([
    ['address', 'a', 100, 'address'],
    ['login', 'l', 10, 'account'],
    ['member', 'm', 10, 'account'],
    ['sign-ins', 's', 100, 'often'],
  ])(
    'a sign-in is refused if others reach the limit of its %s after it has looked',
    async (_, row, most, limit) => {
      const own = signIn.open('shinkan');
      const now = new Date();
      const overtaken: Database = {
        ...own,
        execute: async (sql, values) => {
          if (sql.includes('update sign_in_throttle a')) {
            await own.execute(
              `update sign_in_throttle set tries = repeat(:one, :most) where subject like :row`,
              { one: `${now.getTime()}abcdefg`, most, row: `${row}:%` },
            );
          }
          return own.execute(sql, values);
        },
      };
      const throttle = openThrottle(overtaken, {
        secret: throttleSecret,
        perMinute: 60_000,
        warn: () => {},
        random: () => 0.99,
      });
      const attempt = { login: 'kiku', memberId: '7', address: '203.0.113.7', deviceId: null };
      expect(await throttle.admit(attempt, now)).toEqual({ seconds: 900, limit });
    },
  );

  /** The number of statements that an attempt runs on the two databases. */
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
      throttle: openThrottle(own, {
        secret: throttleSecret,
        perMinute: 60_000,
        warn: () => {},
        random: () => 0.99,
      }),
      refreshTokens: openRefreshTokens(own, 'a secret of the marks'),
      ...from,
    });
    return count;
  }

  it('a sign-in runs five statements on a known device, and at most seven elsewhere', async () => {
    const device = await signIn.makesADeviceKnown();
    expect(await statementsOf(kiku.login, kiku.password, { device })).toBe(5);
    const address = '198.51.100.1';
    expect(await statementsOf(kiku.login, kiku.password, { address })).toBe(7);
    expect(await statementsOf(kiku.login, kiku.password, { address })).toBe(6);
  });

  it('a sign-in runs as many statements for an unknown login, and two when it is throttled', async () => {
    for (const login of [kiku.login, 'nobody']) {
      expect(await statementsOf(login, 'guess')).toBe(4);
      await statusesOf(Array(8).fill(login), 'guess');
      expect(await statementsOf(login, 'guess')).toBe(3);
      expect(await statementsOf(login, 'guess')).toBe(2);
    }
  });
});

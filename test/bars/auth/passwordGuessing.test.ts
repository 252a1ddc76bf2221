import { beforeEach, describe, expect, it } from 'vitest';
import { aPrivateSignIn, kiku, readDeviceCookie } from '../../database/auth/privateSignIn.ts';

const signIn = aPrivateSignIn();

const MINUTE = 60_000;
const WINDOW = 15 * MINUTE;
const GUESSES = 1000;
const WAVES = 8;
const MOST = 10;

const others = Array.from({ length: 39 }, (_, index) => `reader-${index}`);
const members = [kiku.login, ...others];
beforeEach(() => signIn.theShopHas(others, kiku.password));

/** A distinct address for each number. */
const addressOf = (index: number) => `10.${index >> 16}.${(index >> 8) & 255}.${index & 255}`;
const memberOf = (index: number) => members[index % members.length] ?? kiku.login;

type Pattern = (index: number) => { login: string; address: string };
const PATTERNS: { [name: string]: Pattern } = {
  'one account from one address': () => ({ login: kiku.login, address: addressOf(0) }),
  'one account from many addresses': (index) => ({ login: kiku.login, address: addressOf(index) }),
  'many accounts from one address': (index) => ({ login: memberOf(index), address: addressOf(0) }),
  'many accounts from many addresses': (index) => ({
    login: memberOf(index),
    address: addressOf(index),
  }),
};

/** A clock that the test controls. */
function aClock(begin = Date.UTC(2026, 10, 26, 12)) {
  let time = begin;
  return {
    now: () => new Date(time),
    time: () => time,
    moves: (milliseconds: number) => {
      time += milliseconds;
    },
  };
}

type Guess = ReturnType<Pattern>;

/**
 * Makes all guesses at once and returns whose were checked: 401 means that the password was
 * checked.
 */
async function heardOf(guesses: Guess[], now: () => Date): Promise<string[]> {
  const answers = await Promise.all(
    guesses.map(({ login, address }) => signIn.tries(login, 'guess', { address, now })),
  );
  const statuses = answers.map(({ statusCode }) => statusCode);
  expect(statuses.filter((status) => status !== 401 && status !== 429)).toEqual([]);
  return guesses.flatMap(({ login }, index) => (answers[index]?.statusCode === 401 ? [login] : []));
}

/** The highest number of these times within any 15 minutes. */
function mostInAWindow(times: number[]): number {
  return Math.max(
    ...times.map((from) => times.filter((time) => time >= from && time < from + WINDOW).length),
  );
}

describe('bar 03 guessing', { timeout: 300_000 }, () => {
  it.each(Object.entries(PATTERNS))(
    `guessing ${GUESSES} times, %s: an account gets ten attempts in any 15 minutes, and its owner gets in 15 minutes after the last`,
    async (name, guess) => {
      const clock = aClock();
      const heard = new Map<string, number[]>();
      for (let wave = 0; wave < WAVES; wave += 1) {
        const size = GUESSES / WAVES;
        const guesses = Array.from({ length: size }, (_, index) => guess(wave * size + index));
        for (const login of await heardOf(guesses, clock.now)) {
          heard.set(login, [...(heard.get(login) ?? []), clock.time()]);
        }
        if (wave < WAVES - 1) clock.moves(4 * MINUTE);
      }
      expect(heard.has(kiku.login)).toBe(true);
      for (const [login, times] of heard) {
        expect(mostInAWindow(times), login).toBeLessThanOrEqual(MOST);
      }
      // The limit is reached if all guesses are at one account.
      if (name.startsWith('one account')) {
        expect(mostInAWindow(heard.get(kiku.login) ?? [])).toBe(MOST);
      }
      const all = [...heard.values()].flat();
      expect(all.length).toBeLessThan(GUESSES);
      clock.moves(WINDOW);
      const address = addressOf(0);
      const owner = await signIn.tries(kiku.login, kiku.password, { address, now: clock.now });
      expect(owner.statusCode).toBe(200);
    },
  );

  it('guessing a hundred times at once gets exactly ten passwords checked', async () => {
    const clock = aClock();
    const guesses = Array.from({ length: 100 }, (_, index) => ({
      login: kiku.login,
      address: addressOf(index),
    }));
    expect(await heardOf(guesses, clock.now)).toHaveLength(MOST);
  });

  it('guessing at the edge of a quarter of an hour gains nothing', async () => {
    const clock = aClock(Date.UTC(2026, 10, 26, 12, 14, 59));
    const guess = { login: kiku.login, address: addressOf(1) };
    expect(await heardOf(Array(20).fill(guess), clock.now)).toHaveLength(MOST);
    clock.moves(2000);
    expect(await heardOf(Array(20).fill(guess), clock.now)).toEqual([]);
    clock.moves(WINDOW - 2001);
    expect(await heardOf(Array(20).fill(guess), clock.now)).toEqual([]);
    clock.moves(1);
    expect(await heardOf(Array(20).fill(guess), clock.now)).toHaveLength(MOST);
  });

  it('guessing while being rejected does not make the owner wait longer', async () => {
    const clock = aClock();
    const guess = { login: kiku.login, address: addressOf(1) };
    await heardOf(Array(MOST).fill(guess), clock.now);
    for (let minute = 1; minute < 15; minute += 1) {
      clock.moves(MINUTE);
      expect(await heardOf(Array(10).fill(guess), clock.now)).toEqual([]);
    }
    clock.moves(MINUTE);
    const owner = await signIn.tries(kiku.login, kiku.password, { now: clock.now });
    expect(owner.statusCode).toBe(200);
  });

  it('guessing right while being rejected is not revealed', async () => {
    const clock = aClock();
    const guess = { login: kiku.login, address: addressOf(1) };
    await heardOf(Array(MOST).fill(guess), clock.now);
    const right = await signIn.tries(kiku.login, kiku.password, { now: clock.now });
    const wrong = await signIn.tries(kiku.login, 'guess', { now: clock.now });
    expect(right.statusCode).toBe(429);
    expect(right).toEqual(wrong);
  });

  it('guessing does not keep the owner out of a browser in which they have signed in before', async () => {
    const clock = aClock();
    const known = await signIn.tries(kiku.login, kiku.password, { now: clock.now });
    const device = readDeviceCookie(known);
    for (let minute = 0; minute < 5; minute += 1) {
      const guess = { login: kiku.login, address: '203.0.113.7' };
      await heardOf(Array(40).fill(guess), clock.now);
      clock.moves(MINUTE);
    }
    const elsewhere = await signIn.tries(kiku.login, kiku.password, { now: clock.now });
    expect(elsewhere.statusCode).toBe(429);
    const owner = await signIn.tries(kiku.login, kiku.password, { device, now: clock.now });
    expect(owner.statusCode).toBe(200);
  });
});

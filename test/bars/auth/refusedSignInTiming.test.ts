import { compare, hashSync } from 'bcryptjs';
import { createConnection } from 'mysql2/promise';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { waitForRefusal } from '../../../services/auth/waitForRefusal.ts';
import type { Answer } from '../../../services/lib/http/answer.ts';
import { postCredentials } from '../../../tools/testing/graphql.ts';
import { testStack } from '../../../tools/testing/testStack.ts';
import { aPrivateSignIn } from '../../database/auth/privateSignIn.ts';

// The real functions, which also record their calls.
vi.mock('bcryptjs', async (original) => {
  const bcrypt = await original<typeof import('bcryptjs')>();
  return { ...bcrypt, compare: vi.fn(bcrypt.compare) };
});

const PASSWORD = 'yukiguni-1937';
// As the sample shop, and most shops, store it.
const hash = `{bcrypt}${hashSync(PASSWORD, 10)}`;

/** Rejected sign-ins by reason; each has a password, and only one password is wrong. */
const refused = [
  { why: 'nobody has this login', login: 'nobody', password: PASSWORD, stored: null },
  { why: 'the password is wrong', login: 'wrong', password: 'sanshiro-1908', stored: hash },
  { why: 'the member has left', login: 'left', password: PASSWORD, stored: hash },
  {
    why: 'the format is unknown',
    login: 'unknown',
    password: PASSWORD,
    stored: `{noop}${PASSWORD}`,
  },
  {
    why: 'the hash is malformed',
    login: 'malformed',
    password: PASSWORD,
    stored: hash.slice(0, 40),
  },
  { why: 'nothing is stored', login: 'nothing', password: PASSWORD, stored: '' },
];
const leftOn = (why: string) => (why === 'the member has left' ? '2026-11-24' : null);

/** Interleaves the cases; each round starts with another one. */
async function inTurns<T>(
  rounds: number,
  ask: (one: (typeof refused)[number]) => Promise<T>,
): Promise<T[][]> {
  const heard = refused.map((): T[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < refused.length; turn += 1) {
      const at = (round + turn) % refused.length;
      const one = refused[at];
      if (one !== undefined) heard[at]?.push(await ask(one));
    }
  }
  return heard;
}

describe('bar 02 a refused sign-in', () => {
  const signIn = aPrivateSignIn();
  beforeEach(async () => {
    for (const { login, stored, why } of refused) {
      if (stored !== null) await signIn.theShopAdds(login, stored, leftOn(why));
    }
    vi.mocked(compare).mockClear();
  });

  it('a rejected sign-in gets the same bytes after the same work, whatever the reason', async () => {
    // No attempt removes old rows here, as one in twenty otherwise does.
    const throttle = signIn.aThrottle(60_000, () => 0.99);
    const heard = await inTurns(3, async ({ login, password }) => {
      vi.mocked(compare).mockClear();
      let answer: Answer | null = null;
      const statements = await signIn.statementsOf(async () => {
        answer = await signIn.tries(login, password, { throttle });
      });
      const costs = vi.mocked(compare).mock.calls.map(([, checked]) => checked.slice(4, 6));
      return { answer, statements, costs };
    });
    const [first] = heard.flat();
    expect(first?.answer).toEqual({
      statusCode: 401,
      headers: { 'cache-control': 'no-store', 'content-type': 'application/json' },
      body: '{"error":"invalid_grant","error_description":"The login or the password is not right."}',
    } satisfies Answer);
    expect(first?.costs).toEqual(['10']);
    expect(first?.statements).toContainEqual(expect.stringContaining('from shop_member'));
    // The first attempt of a login creates its rows, the later ones find them, so compare within a
    // round.
    for (const [at, { why }] of refused.entries()) expect(heard[at], why).toEqual(heard[0]);
    expect(heard[0]?.[2]).toEqual(heard[0]?.[1]);
    for (const { answer, costs } of heard[0] ?? []) {
      expect({ answer, costs }).toEqual({ answer: first?.answer, costs: first?.costs });
    }
  });

  it('a rejected sign-in is throttled after the same number of attempts, with the same bytes', async () => {
    const answers = await Promise.all(
      refused.map(async ({ login, password }) => {
        const heard: string[] = [];
        for (let round = 0; round < 12; round += 1) {
          const { statusCode, headers } = await signIn.tries(login, password);
          heard.push(JSON.stringify({ statusCode, headers: Object.keys(headers) }));
        }
        return heard;
      }),
    );
    for (const [at, { why }] of refused.entries()) expect(answers[at], why).toEqual(answers[0]);
    expect(answers[0]?.at(-1)).toContain('429');
  });

  it('a rejected sign-in is answered after a whole number of steps and no more, however long its hash took', async () => {
    for (const [taken, steps] of [
      [0, 1],
      [60, 1],
      [100, 1],
      [140, 2],
      [210, 3],
    ] as const) {
      const sleeps: number[] = [];
      const sleep = async (ms: number) => {
        sleeps.push(ms);
      };
      await waitForRefusal(5000, 100, { now: () => 5000 + taken, sleep });
      expect(sleeps, `after ${taken} ms`).toEqual([steps * 100 - taken]);
    }
  });

  it('the delay of a rejected sign-in takes as long as stated', async () => {
    const begun = performance.now();
    await waitForRefusal(begun - 140, 100);
    // Node's timers may fire a millisecond early. How late they fire depends on the machine.
    expect(performance.now() - begun).toBeGreaterThanOrEqual(58);
  });
});

describe('bar 02 a refused sign-in over HTTP', () => {
  it('a rejected sign-in over HTTP gets the same status, headers and bytes, whatever the reason', async () => {
    const mark = `bar02-${Date.now()}`;
    const stack = testStack();
    const { socketPath, user, database } = stack.shop;
    const shop = await createConnection({ socketPath, user, database });
    for (const { login, stored, why } of refused) {
      if (stored === null) continue;
      await shop.execute(
        `insert into customers (login_name, password, mail_address, nickname, withdrawn_on)
         values (?, ?, ?, ?, ?)`,
        [`${mark}-${login}`, stored, `${mark}-${login}@reader.example`, login, leftOn(why)],
      );
    }
    await shop.end();
    const answers = await inTurns(2, async ({ login, password }) => {
      const response = await postCredentials(stack, { login: `${mark}-${login}`, password });
      // Ignore what changes with each answer.
      const headers = [...response.headers].filter(([name]) => name !== 'date');
      return JSON.stringify([response.status, headers, await response.text()]);
    });
    expect(new Set(answers.flat()).size).toBe(1);
    expect(answers[0]?.[0]).toContain('[401,');
  });
});

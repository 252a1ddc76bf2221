import { beforeEach, describe, expect, it } from 'vitest';
import type { AskGraphql } from '../../../api/signedGraphql.ts';
import { passwordMarks } from '../../../auth/passwordMark.ts';
import { reviewSessions } from '../../../auth/reviewSessions.ts';
import type { Database } from '../../../db/database.ts';
import { aPrivateSignIn, bcryptOf, readCookie } from './privateSignIn.ts';

const signIn = aPrivateSignIn();
const marks = passwordMarks('a secret of the marks');
const MINUTE = 60;

/** The ids of sessions whose connections the API was asked to close, request by request. */
let closed: string[][];
beforeEach(() => {
  closed = [];
});

const api: AskGraphql = async ({ variables }) => {
  closed.push(Object.values(variables));
  return { data: {}, errors: [] };
};

const deadShop: Database = {
  query: () => Promise.reject(new Error('The shop does not answer')),
  execute: () => Promise.reject(new Error('The shop does not answer')),
  transaction: () => Promise.reject(new Error('The shop does not answer')),
};

function reviews({ shop = signIn.open('shop'), ask = api } = {}) {
  return reviewSessions({ database: signIn.open('shinkan'), shop, marks, ask, now: signIn.now });
}

async function isAlive(cookie: string): Promise<boolean> {
  return (await signIn.refreshes(cookie)).statusCode === 200;
}

/** Sessions of members whom the shop has never heard of, to be asked about now. */
async function strangers(count: number): Promise<void> {
  await signIn.open('shinkan').execute(
    `insert into member_session (id, member_id, password_mark, expires_at, token_at, check_at)
     with recursive n (i) as (select 1 union all select i + 1 from n where i < ${count})
     select concat('stranger-', i), concat('9', i), 'x', utc_timestamp(6) + interval 1 day,
       utc_timestamp(6), utc_timestamp(6) - interval 1 minute from n`,
  );
}

describe('bar 05 shop change, reviewed each minute', () => {
  it.each([
    ['the password', () => signIn.theShopSets('password', bcryptOf('another one'))],
    ['the member has left', () => signIn.theShopSets('withdrawn_on', '2026-11-24')],
  ] as const)('ends a session that is never renewed within ten minutes: %s', async (_, changes) => {
    const cookie = await signIn.signsIn();
    // It is asked about for the first time, and all is well.
    signIn.theClockMoves(5 * MINUTE + 1);
    expect(await reviews()).toMatchObject({ checked: 1, ended: 0 });
    await changes();
    let minutes = 0;
    for (; minutes <= 10 && closed.length === 0; minutes += 1) {
      signIn.theClockMoves(MINUTE);
      await reviews();
    }
    expect(minutes).toBeLessThanOrEqual(6);
    expect(await isAlive(cookie)).toBe(false);
  });

  it('does not ask about a session that was renewed within five minutes', async () => {
    const cookie = await signIn.signsIn();
    signIn.theClockMoves(4 * MINUTE);
    await signIn.refreshes(cookie);
    signIn.theClockMoves(4 * MINUTE);
    expect(await reviews({ shop: deadShop })).toMatchObject({ checked: 0 });
  });

  it('asks no more when no live connection can be left, and again after a renewal', async () => {
    const cookie = await signIn.signsIn();
    signIn.theClockMoves(26 * 60 * MINUTE);
    expect(await reviews()).toMatchObject({ checked: 1 });
    signIn.theClockMoves(10 * MINUTE);
    expect(await reviews()).toMatchObject({ checked: 0 });
    await signIn.refreshes(cookie);
    signIn.theClockMoves(6 * MINUTE);
    expect(await reviews()).toMatchObject({ checked: 1 });
  });

  it('looks at all of many sessions, page by page', async () => {
    await signIn.open('shinkan').execute(
      `insert into member_session (id, member_id, password_mark, expires_at, token_at, check_at)
       with recursive n (i) as (select 1 union all select i + 1 from n where i < 450)
       select concat('session-', i), '7', 'x', utc_timestamp(6) + interval 1 day,
         utc_timestamp(6), utc_timestamp(6) - interval 1 minute from n`,
    );
    expect(await reviews()).toMatchObject({ checked: 450, ended: 450, disconnected: 450 });
    expect(closed.flat()).toHaveLength(450);
    expect(Math.max(...closed.map((ids) => ids.length))).toBe(5);
  });
});

describe('connections of an ended session', () => {
  it('are closed again each minute, until its last access token has ended', async () => {
    const cookie = await signIn.signsIn();
    await signIn.signsOut(cookie);
    const counts: number[] = [];
    for (let minute = 0; minute < 14; minute += 1) {
      signIn.theClockMoves(MINUTE);
      counts.push((await reviews()).disconnected);
    }
    expect(counts.slice(0, 11)).toEqual(Array(11).fill(1));
    expect(counts.slice(12)).toEqual([0, 0]);
  });

  it('are closed though the shop does not answer, which is told', async () => {
    const [ended, other] = [await signIn.signsIn(), await signIn.signsIn()];
    await signIn.signsOut(ended);
    signIn.theClockMoves(6 * MINUTE);
    await expect(reviews({ shop: deadShop })).rejects.toThrow('The shop does not answer');
    expect(closed).toHaveLength(1);
    expect(await isAlive(other)).toBe(true);
  });

  it('that the API does not close are an error that says why', async () => {
    await signIn.signsOut(await signIn.signsIn());
    const ask: AskGraphql = async () => ({
      data: {},
      errors: [{ message: 'Not Authorized', errorType: 'Unauthorized' }],
    });
    await expect(reviews({ ask })).rejects.toMatchObject({
      name: 'ApiUnanswered',
      message: expect.stringContaining('Unauthorized Not Authorized'),
    });
  });
});

describe('a shop whose view is not whole', () => {
  it('ends nobody, and that is told', async () => {
    await strangers(11);
    await expect(reviews()).rejects.toMatchObject({ name: 'ShopDoubted' });
    expect(closed).toEqual([]);
  });

  it('is believed of a few', async () => {
    await strangers(10);
    expect(await reviews()).toMatchObject({ checked: 10, ended: 10 });
  });
});

describe('old sessions', () => {
  it('are removed with their tokens when their thirty days are over', async () => {
    let cookie = await signIn.signsIn();
    for (let day = 0; day < 3; day += 1) {
      signIn.theClockMoves(86_400);
      cookie = readCookie(await signIn.refreshes(cookie));
    }
    signIn.theClockMoves(27 * 86_400 - MINUTE);
    expect(await reviews()).toMatchObject({ removed: 0 });
    signIn.theClockMoves(2 * MINUTE);
    await signIn.signsIn();
    expect(await reviews()).toMatchObject({ removed: 1 });
    for (const table of ['refresh_token', 'member_session']) {
      const [row] = await signIn.open('shinkan').query(`select count(*) as n from ${table}`);
      expect(row?.n).toBe(1);
    }
  });
});

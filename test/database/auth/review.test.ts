import { beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../db/database.ts';
import { passwordMarks } from '../../../services/auth/passwordMark.ts';
import { type ReviewPorts, reviewSessions } from '../../../services/auth/reviewSessions.ts';
import type { AskGraphql } from '../../../services/lib/api/signedGraphql.ts';
import { aPrivateSignIn, bcryptOf, readCookie } from './privateSignIn.ts';

const signIn = aPrivateSignIn();
const marks = passwordMarks('a secret of the marks');
const MINUTE = 60;

/** The ids of sessions whose connections the API was asked to close, by request. */
let closed: string[][];
beforeEach(() => {
  closed = [];
});

const api: AskGraphql = async ({ variables }) => {
  closed.push(Object.values(variables));
  return { data: {}, errors: [] };
};

function dead(words: string): Database {
  const fails = () => Promise.reject(new Error(words));
  return { query: fails, execute: fails, transaction: fails };
}

const deadShop = dead('The shop does not answer');

function reviews({
  database = signIn.open('shinkan'),
  shop = signIn.open('shop'),
  ask = api,
}: Partial<ReviewPorts> = {}) {
  return reviewSessions({ database, shop, marks, ask, now: signIn.now });
}

async function isAlive(cookie: string): Promise<boolean> {
  return (await signIn.refreshes(cookie)).statusCode === 200;
}

/** Sessions of members unknown to the shop, due for review now. */
async function strangers(count: number): Promise<void> {
  await signIn.open('shinkan').execute(
    `insert into member_session (id, member_id, password_mark, expires_at, token_at, check_at)
     with recursive n (i) as (select 1 union all select i + 1 from n where i < ${count})
     select concat('stranger-', i), concat('9', i), 'x', utc_timestamp(6) + interval 9 day,
       utc_timestamp(6), utc_timestamp(6) - interval 1 minute from n`,
  );
}

describe('bar 05 shop change, reviewed each minute', () => {
  it.each([
    ['the password', () => signIn.theShopSets('password', bcryptOf('another one'))],
    ['the member has left', () => signIn.theShopSets('withdrawn_on', '2026-11-24')],
  ] as const)(
    'the review ends a session that is never renewed within ten minutes: %s',
    async (_, changes) => {
      const cookie = await signIn.signsIn();
      // The first review finds nothing wrong.
      signIn.theClockMoves(5 * MINUTE + 1);
      expect(await reviews()).toMatchObject({ checked: 1, ended: 0 });
      await changes();
      let minutes = 0;
      for (let ended = 0; minutes <= 10 && ended === 0; minutes += 1) {
        signIn.theClockMoves(MINUTE);
        ({ ended } = await reviews());
      }
      expect(minutes).toBeLessThanOrEqual(6);
      const [{ living } = {}] = await signIn
        .open('shinkan')
        .query('select count(*) as living from member_session where ended_at is null');
      expect([living, closed.length]).toEqual([0, 1]);
      expect(await isAlive(cookie)).toBe(false);
    },
  );

  it('the review does not ask about a session that was renewed within five minutes', async () => {
    const cookie = await signIn.signsIn();
    signIn.theClockMoves(4 * MINUTE);
    await signIn.refreshes(cookie);
    signIn.theClockMoves(4 * MINUTE);
    expect(await reviews({ shop: deadShop })).toMatchObject({ checked: 0 });
  });

  it('the review stops asking when no live connection can remain, and asks again after a renewal', async () => {
    const cookie = await signIn.signsIn();
    signIn.theClockMoves(26 * 60 * MINUTE);
    expect(await reviews()).toMatchObject({ checked: 1 });
    signIn.theClockMoves(10 * MINUTE);
    expect(await reviews()).toMatchObject({ checked: 0 });
    await signIn.refreshes(cookie);
    signIn.theClockMoves(6 * MINUTE);
    expect(await reviews()).toMatchObject({ checked: 1 });
  });

  it('the review covers all of many sessions, page by page', async () => {
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
  it('connections of an ended session are closed again each minute until its last access token expires', async () => {
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

  it('connections of an ended session are closed even if the shop does not answer, which is reported', async () => {
    const [ended, other] = [await signIn.signsIn(), await signIn.signsIn()];
    await signIn.signsOut(ended);
    signIn.theClockMoves(6 * MINUTE);
    await expect(reviews({ shop: deadShop })).rejects.toThrow('The shop does not answer');
    expect(closed).toHaveLength(1);
    expect(await isAlive(other)).toBe(true);
  });

  it('connections of an ended session that the API does not close are an error with the reason', async () => {
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

describe('connections of many ended sessions', () => {
  /** Sessions that ended this many seconds ago, the first one the longest. */
  async function theyHaveEnded(count: number): Promise<void> {
    await signIn.open('shinkan').execute(
      `insert into member_session (id, member_id, password_mark, expires_at, token_at, ended_at)
       with recursive n (i) as (select 1 union all select i + 1 from n where i < ${count})
       select concat('ended-', i), '7', 'x', utc_timestamp(6) + interval 1 day,
         utc_timestamp(6), utc_timestamp(6) - interval ${count} - i microsecond from n`,
    );
  }

  it('connections of many ended sessions are closed in parallel, however long an answer takes', async () => {
    await theyHaveEnded(100);
    let waiting = 0;
    let most = 0;
    const slowApi: AskGraphql = async (request) => {
      waiting += 1;
      most = Math.max(most, waiting);
      await new Promise((resolve) => setTimeout(resolve, 400));
      waiting -= 1;
      return api(request);
    };
    expect(await reviews({ ask: slowApi })).toMatchObject({ disconnected: 100 });
    expect(most).toBeGreaterThan(1);
  });

  it('connections of many ended sessions are closed even if one request fails, which is logged and retried first', async () => {
    await theyHaveEnded(15);
    const failing: AskGraphql = async (request) => {
      if (Object.values(request.variables).includes('ended-1')) throw new Error('not now');
      return api(request);
    };
    await expect(reviews({ ask: failing })).rejects.toThrow('not now');
    expect(closed.flat()).toHaveLength(10);
    closed = [];
    signIn.theClockMoves(MINUTE);
    expect(await reviews()).toMatchObject({ disconnected: 15 });
    expect(closed[0]).toEqual(['ended-1', 'ended-2', 'ended-3', 'ended-4', 'ended-5']);
  });

  it('connections of many ended sessions are closed while time remains, and the next review starts with the rest', async () => {
    await theyHaveEnded(15);
    const lateApi: AskGraphql = async (request) => {
      signIn.theClockMoves(46);
      return api(request);
    };
    expect(await reviews({ ask: lateApi })).toMatchObject({ disconnected: 5 });
    expect(await reviews()).toMatchObject({ disconnected: 15 });
    expect(closed[1]).toContain('ended-6');
  });
});

describe('a shop whose view is incomplete', () => {
  it('an incomplete view ends no session, and the review reports it', async () => {
    await strangers(11);
    for (let minute = 0; minute < 3; minute += 1) {
      await expect(reviews()).rejects.toMatchObject({ name: 'ShopDoubted' });
      signIn.theClockMoves(MINUTE);
    }
    expect(closed).toEqual([]);
  });

  it('an incomplete view does not delay the members that it lists', async () => {
    await signIn.signsIn();
    await signIn.theShopSets('password', bcryptOf('another one'));
    signIn.theClockMoves(6 * MINUTE);
    // More than a page of unknown members, all due earlier.
    await strangers(450);
    await expect(reviews()).rejects.toMatchObject({ name: 'ShopDoubted' });
    const living = await signIn
      .open('shinkan')
      .query("select id from member_session where ended_at is null and member_id = '7'");
    expect(living).toEqual([]);
    expect(closed.flat()).toHaveLength(1);
  });

  it('an incomplete view is no longer asked about sessions that can have no connection any more', async () => {
    await strangers(11);
    signIn.theClockMoves(26 * 60 * MINUTE);
    await expect(reviews()).rejects.toMatchObject({ name: 'ShopDoubted' });
    signIn.theClockMoves(MINUTE);
    expect(await reviews()).toMatchObject({ checked: 0 });
  });

  it('a view that omits only a few members is believed', async () => {
    await strangers(10);
    expect(await reviews()).toMatchObject({ checked: 10, ended: 10 });
  });
});

describe('the sessions of one member', () => {
  it('an operator who ends a member’s sessions by hand finds them by an index', async () => {
    const [plan] = await signIn
      .open('shinkan')
      .query("explain select id from member_session where member_id = '7' and ended_at is null");
    expect(String(plan?.possible_keys).split(',')).toContain('member_session_member');
  });
});

describe('old sessions', () => {
  it('old sessions that cannot be removed hide no other failure and delay nothing', async () => {
    await signIn.signsOut(await signIn.signsIn());
    signIn.theClockMoves(6 * MINUTE);
    await strangers(1);
    const database = signIn.open('shinkan');
    const unremoving: Database = {
      ...database,
      query: (sql, values) =>
        sql.includes('expires_at <')
          ? dead('cannot be removed').query(sql)
          : database.query(sql, values),
    };
    await expect(reviews({ database: unremoving, shop: dead('first') })).rejects.toThrow('first');
    await expect(reviews({ database: unremoving })).rejects.toThrow('cannot be removed');
    expect(closed.length).toBeGreaterThan(1);
  });

  it('old sessions are removed with their tokens after thirty days', async () => {
    let cookie = await signIn.signsIn();
    for (let day = 0; day < 3; day += 1) {
      signIn.theClockMoves(86_400);
      cookie = readCookie(await signIn.refreshes(cookie));
    }
    signIn.theClockMoves(27 * 86_400 - MINUTE);
    expect(await reviews()).toMatchObject({ removed: 0 });
    signIn.theClockMoves(2 * MINUTE);
    await signIn.signsIn();
    // More than one statement removes.
    await signIn.open('shinkan').execute(
      `insert into refresh_token (token_hash, family_id, member_id, password_mark, created_at, expires_at)
       with recursive n (i) as (select 1 union all select i + 1 from n where i < 950)
       select concat('old-', n.i, '-', m.i), s.id, '7', 'x', s.token_at, s.expires_at
       from member_session s, n, (select 1 as i union all select 2 union all select 3) m
       where s.expires_at < :now`,
      { now: signIn.now() },
    );
    const statements = await signIn.statementsOf(async () => {
      expect(await reviews()).toMatchObject({ removed: 1 });
    });
    expect(statements.filter((sql) => /^delete .*refresh_token .* limit/.test(sql))).toHaveLength(
      2,
    );
    for (const table of ['refresh_token', 'member_session']) {
      const [row] = await signIn.open('shinkan').query(`select count(*) as n from ${table}`);
      expect(row?.n).toBe(1);
    }
  });
});

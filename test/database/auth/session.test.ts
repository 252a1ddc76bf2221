import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Database } from '../../../db/database.ts';
import { splitStatements } from '../../../db/splitStatements.ts';
import { root } from '../../../tools/root.ts';
import { aPrivateSignIn, bcryptOf, readCookie } from './privateSignIn.ts';

const signIn = aPrivateSignIn();

const deadShop: Database = {
  query: () => Promise.reject(new Error('The shop does not answer')),
  execute: () => Promise.reject(new Error('The shop does not answer')),
  transaction: () => Promise.reject(new Error('The shop does not answer')),
};

async function isAlive(cookie: string): Promise<boolean> {
  return (await signIn.refreshes(cookie)).statusCode === 200;
}

describe('a refresh cookie', () => {
  it('a refresh cookie gives an access token and the next cookie each time', async () => {
    let cookie = await signIn.signsIn();
    for (let day = 0; day < 3; day += 1) {
      signIn.theClockMoves(86_400);
      const answer = await signIn.refreshes(cookie);
      expect(answer.statusCode).toBe(200);
      expect(JSON.parse(answer.body)).toMatchObject({ token_type: 'Bearer', expires_in: 600 });
      expect(readCookie(answer)).not.toBe(cookie);
      cookie = readCookie(answer);
    }
  });

  it('a refresh cookie is stored nowhere in plain form', async () => {
    const cookie = await signIn.signsIn();
    const rows = await signIn.open('shinkan').query('select * from refresh_token');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(cookie);
  });

  it('a refresh cookie works in two tabs that use it within ten seconds, and both go on', async () => {
    const cookie = await signIn.signsIn();
    const [left, right] = await Promise.all([signIn.refreshes(cookie), signIn.refreshes(cookie)]);
    signIn.theClockMoves(9);
    const late = await signIn.refreshes(cookie);
    expect([left, right, late].map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    // They share one cookie: the one that came last.
    let kept = readCookie(left);
    for (let time = 0; time < 3; time += 1) {
      signIn.theClockMoves(540);
      const answer = await signIn.refreshes(kept);
      expect(answer.statusCode).toBe(200);
      kept = readCookie(answer);
    }
  });

  it('a refresh cookie goes on after a late answer, when the page has already used a newer cookie', async () => {
    const cookie = await signIn.signsIn();
    signIn.theClockMoves(540);
    const [left, late] = await Promise.all([signIn.refreshes(cookie), signIn.refreshes(cookie)]);
    signIn.theClockMoves(20);
    await signIn.refreshes(readCookie(left));
    signIn.theClockMoves(540);
    expect(await isAlive(readCookie(late))).toBe(true);
  });

  it.each([
    ['the owner', 0],
    ['the thief', 1],
  ])(
    'a refresh cookie stolen and used at once is detected when both are renewed, first %s',
    async (_, first) => {
      const stolen = await signIn.signsIn();
      const both = await Promise.all([signIn.refreshes(stolen), signIn.refreshes(stolen)]);
      const [one, other] = (first === 0 ? both : both.toReversed()).map(readCookie);
      signIn.theClockMoves(540);
      const renewed = await signIn.refreshes(one ?? '');
      expect(renewed.statusCode).toBe(200);
      signIn.theClockMoves(1);
      expect(await isAlive(other ?? '')).toBe(false);
      expect(await isAlive(readCookie(renewed))).toBe(false);
    },
  );

  it('a stolen refresh cookie is detected even if the thief renews again and again', async () => {
    const stolen = await signIn.signsIn();
    const owned = readCookie(await signIn.refreshes(stolen));
    let answer = await signIn.refreshes(stolen);
    for (let time = 0; time < 10; time += 1) {
      signIn.theClockMoves(50);
      answer = await signIn.refreshes(readCookie(answer));
      expect(answer.statusCode).toBe(200);
    }
    expect(await isAlive(owned)).toBe(false);
    expect(await isAlive(readCookie(answer))).toBe(false);
  });

  it('a refresh cookie gives no second successor to a tab that comes after its successor was used', async () => {
    const cookie = await signIn.signsIn();
    const next = readCookie(await signIn.refreshes(cookie));
    const owned = readCookie(await signIn.refreshes(next));
    signIn.theClockMoves(5);
    const answer = await signIn.refreshes(cookie);
    expect([answer.statusCode, JSON.parse(answer.body), answer.cookies]).toEqual([
      429,
      { error: 'slow_down', retry_after: 1 },
      undefined,
    ]);
    expect(await isAlive(owned)).toBe(true);
  });

  it('a refresh cookie has at most eight successors, however often it is sent at once', async () => {
    const cookie = await signIn.signsIn();
    await signIn.refreshes(cookie);
    const statuses: number[] = [];
    for (let tab = 0; tab < 10; tab += 1) {
      statuses.push((await signIn.refreshes(cookie)).statusCode);
    }
    expect(statuses).toEqual([...Array(7).fill(200), ...Array(3).fill(429)]);
    const [row] = await signIn
      .open('shinkan')
      .query('select count(*) as living from refresh_token where spent_at is null');
    expect(row?.living).toBe(8);
  });

  it('a refresh cookie that was used before ends the session of whoever has its successor', async () => {
    const stolen = await signIn.signsIn();
    const owned = readCookie(await signIn.refreshes(stolen));
    signIn.theClockMoves(11);
    const answer = await signIn.refreshes(stolen);
    expect(answer.statusCode).toBe(401);
    expect(readCookie(answer)).toBe('');
    expect(await isAlive(owned)).toBe(false);
  });

  it('a refresh cookie used twice leaves the sessions of other devices alone', async () => {
    const other = await signIn.signsIn();
    const stolen = await signIn.signsIn();
    await signIn.refreshes(stolen);
    signIn.theClockMoves(11);
    await signIn.refreshes(stolen);
    expect(await isAlive(other)).toBe(true);
  });

  it('a refresh cookie expires thirty days after the password was given, however often it was used', async () => {
    let cookie = await signIn.signsIn();
    for (let day = 0; day < 29; day += 1) {
      signIn.theClockMoves(86_400);
      cookie = readCookie(await signIn.refreshes(cookie));
    }
    signIn.theClockMoves(86_400 + 1);
    expect(await isAlive(cookie)).toBe(false);
  });

  it('a refresh cookie that was never issued is rejected', async () => {
    expect(await isAlive('a'.repeat(43))).toBe(false);
    expect(await isAlive('')).toBe(false);
  });
});

describe('a session from before there was a session table', () => {
  it('an old session goes on unless it had ended', async () => {
    const { execute } = signIn.open('shinkan');
    const [living, ended] = [await signIn.signsIn(), await signIn.signsIn()];
    const hash = createHash('sha256').update(ended).digest('hex');
    await execute('update refresh_token set ended_at = created_at where token_hash = :hash', {
      hash,
    });
    await execute('delete from member_session');
    const file = join(root, 'db/migrations/025_member_session.sql');
    // A migration that dies halfway starts again, so it must bear a second run.
    for (let time = 0; time < 2; time += 1) {
      for (const statement of splitStatements(readFileSync(file, 'utf8'))) await execute(statement);
    }
    expect(await isAlive(living)).toBe(true);
    expect(await isAlive(ended)).toBe(false);
  });

  it('a session goes on that the previous version started after the migration', async () => {
    const cookie = await signIn.signsIn();
    await signIn.open('shinkan').execute('delete from member_session');
    signIn.theClockMoves(540);
    const answer = await signIn.refreshes(cookie);
    expect(answer.statusCode).toBe(200);
    const rows = await signIn
      .open('shinkan')
      .query(
        'select member_id from member_session where ended_at is null and check_at is not null',
      );
    expect(rows).toEqual([{ member_id: '7' }]);
    await signIn.signsOut(readCookie(answer));
    expect(await isAlive(readCookie(answer))).toBe(false);
  });

  it('a session ends with sign-out that the previous version started after the migration', async () => {
    const cookie = await signIn.signsIn();
    await signIn.open('shinkan').execute('delete from member_session');
    await signIn.signsOut(cookie);
    expect(await isAlive(cookie)).toBe(false);
  });

  it.each([
    ['before', ''],
    ['after', 'delete from member_session'],
  ])(
    'a session stays ended when the previous version ended what began %s the migration',
    async (_, without) => {
      const cookie = await signIn.signsIn();
      const { execute } = signIn.open('shinkan');
      if (without !== '') await execute(without);
      await execute('update refresh_token set ended_at = created_at');
      expect(await isAlive(cookie)).toBe(false);
    },
  );
});

describe('the end of a session', () => {
  it('a session ends when the member has changed the password at the shop', async () => {
    const cookie = await signIn.signsIn();
    await signIn.theShopSets('password', bcryptOf('another one'));
    expect(await isAlive(cookie)).toBe(false);
  });

  it('a session stays ended when the old password is set again', async () => {
    const [{ password } = {}] = await signIn.open('shop').query('select password from customers');
    const cookie = await signIn.signsIn();
    await signIn.theShopSets('password', bcryptOf('another one'));
    await signIn.refreshes(cookie);
    await signIn.theShopSets('password', String(password));
    expect(await isAlive(cookie)).toBe(false);
  });

  it('a session ends when the member has left the shop', async () => {
    const cookie = await signIn.signsIn();
    await signIn.theShopSets('withdrawn_on', '2026-11-24');
    expect(await isAlive(cookie)).toBe(false);
  });

  it('a session ends when the shop no longer lists the member', async () => {
    const cookie = await signIn.signsIn();
    await signIn.open('shop').execute('delete from customers');
    expect(await isAlive(cookie)).toBe(false);
  });

  it('a session ends with sign-out, also for a tab that was refreshed before', async () => {
    const cookie = await signIn.signsIn();
    const next = readCookie(await signIn.refreshes(cookie));
    const answer = await signIn.signsOut(cookie);
    expect(answer.statusCode).toBe(204);
    expect(readCookie(answer)).toBe('');
    expect(await isAlive(next)).toBe(false);
  });

  it('a session survives a shop that does not answer for a minute', async () => {
    const cookie = await signIn.signsIn();
    await expect(signIn.refreshes(cookie, { shop: deadShop })).rejects.toThrow('does not answer');
    signIn.theClockMoves(60);
    expect(await isAlive(cookie)).toBe(true);
  });

  it('a session signed out while a tab refreshes does not go on in that tab', async () => {
    const cookie = await signIn.signsIn();
    const shop = signIn.open('shop');
    const slowShop: Database = {
      ...shop,
      query: async (sql, values) => {
        await signIn.signsOut(cookie);
        return shop.query(sql, values);
      },
    };
    const answer = await signIn.refreshes(cookie, { shop: slowShop });
    expect(answer.statusCode).toBe(401);
    expect(readCookie(answer)).toBe('');
  });
});

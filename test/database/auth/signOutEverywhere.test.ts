import { describe, expect, it } from 'vitest';
import { openRefreshTokens } from '../../../services/auth/refreshTokens.ts';
import { aPrivateSignIn, readCookie } from './privateSignIn.ts';

const signIn = aPrivateSignIn();

const isAlive = async (cookie: string) => (await signIn.refreshes(cookie)).statusCode === 200;

/** Refresh tokens, and the sessions whose end they reported. */
function noted() {
  const ended: string[][] = [];
  const haveEnded = async (ids: string[]) => void ended.push(ids);
  const database = signIn.open('shinkan');
  return { ended, refreshTokens: openRefreshTokens(database, 'a secret of the marks', haveEnded) };
}

describe('signing out everywhere', () => {
  it('signing out everywhere ends all of the member’s sessions, also in tabs that were refreshed before', async () => {
    const [here, phone] = [await signIn.signsIn(), await signIn.signsIn()];
    const tab = readCookie(await signIn.refreshes(phone));
    const answer = await signIn.signsOutEverywhere(here);
    expect([answer.statusCode, readCookie(answer)]).toEqual([204, '']);
    for (const cookie of [here, phone, tab]) expect(await isAlive(cookie)).toBe(false);
  });

  it('signing out everywhere leaves everybody else alone, and the member may come back', async () => {
    await signIn.theShopHas(['ume'], 'a password of ume');
    const neighbour = readCookie(await signIn.tries('ume', 'a password of ume'));
    await signIn.signsOutEverywhere(await signIn.signsIn());
    expect(await isAlive(neighbour)).toBe(true);
    expect(await isAlive(await signIn.signsIn())).toBe(true);
  });

  it('signing out everywhere may be requested twice, as after a lost answer', async () => {
    const cookie = await signIn.signsIn();
    const answers = [
      await signIn.signsOutEverywhere(cookie),
      await signIn.signsOutEverywhere(cookie),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([204, 204]);
  });

  it('signing out everywhere ends unused sessions of the previous version, and closes their connections', async () => {
    const { refreshTokens, ended } = noted();
    const [phone, over] = [await signIn.signsIn(), await signIn.signsIn()];
    await signIn.signsOut(over);
    const { execute, query } = signIn.open('shinkan');
    const [began] = await query('select id from member_session where ended_at is null');
    await execute('update refresh_token set ended_at = created_at where family_id <> :id', {
      id: began?.id ?? '',
    });
    await execute('delete from member_session');
    await signIn.signsOutEverywhere(await signIn.signsIn(), { refreshTokens });
    expect(await isAlive(phone)).toBe(false);
    expect(ended).toEqual([expect.arrayContaining([began?.id])]);
    // Without the one that had already ended.
    expect(ended[0]).toHaveLength(2);
  });

  it('signing out everywhere closes no connection of a session that cannot have one any more', async () => {
    const { refreshTokens, ended } = noted();
    const idle = await signIn.signsIn();
    await signIn.open('shinkan').execute("update member_session set token_at = '2001-01-01'");
    await signIn.signsOutEverywhere(await signIn.signsIn(), { refreshTokens });
    expect(await isAlive(idle)).toBe(false);
    expect(ended).toEqual([[expect.any(String)]]);
  });

  it('signing out everywhere closes the live connections of all the sessions, once', async () => {
    const { refreshTokens, ended } = noted();
    const [here] = [await signIn.signsIn(), await signIn.signsIn(), await signIn.signsIn()];
    const over = await signIn.signsIn();
    await signIn.signsOut(over);
    await signIn.signsOutEverywhere(here, { refreshTokens });
    await signIn.signsOutEverywhere(here, { refreshTokens });
    expect(ended).toHaveLength(1);
    const living = await signIn.open('shinkan').query('select id from member_session');
    expect(ended[0]).toHaveLength(living.length - 1);
  });

  it.each([
    ['none', ''],
    ['one that nobody gave', 'a'.repeat(43)],
  ])('signing out everywhere ends nothing for a cookie that is %s', async (_, cookie) => {
    const other = await signIn.signsIn();
    const answer = await signIn.signsOutEverywhere(cookie);
    expect([answer.statusCode, readCookie(answer)]).toEqual([401, '']);
    expect(await isAlive(other)).toBe(true);
  });

  it('signing out everywhere is not reported for a cookie of an ended session while another goes on', async () => {
    const [left, other] = [await signIn.signsIn(), await signIn.signsIn()];
    await signIn.signsOut(left);
    expect((await signIn.signsOutEverywhere(left)).statusCode).toBe(401);
    expect(await isAlive(other)).toBe(true);
  });

  it('signing out everywhere with a cookie used before ends only that cookie’s session', async () => {
    const [stolen, other] = [await signIn.signsIn(), await signIn.signsIn()];
    const owned = readCookie(await signIn.refreshes(stolen));
    signIn.theClockMoves(11);
    expect((await signIn.signsOutEverywhere(stolen)).statusCode).toBe(401);
    expect(await isAlive(owned)).toBe(false);
    expect(await isAlive(other)).toBe(true);
  });
});

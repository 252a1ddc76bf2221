import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openStackDatabase } from '../../../tools/stack/stack.ts';
import { ask } from '../../../tools/testing/graphql.ts';
import { testStack } from '../../../tools/testing/testStack.ts';
import { membersOfTheShop, theShopIsDue } from './aMemberOfTheShop.ts';
import { listens, type OpenSession, post, renews, signsIn } from './aSession.ts';
import { reviewRuns } from './reviewRuns.ts';

const aMember = membersOfTheShop();

/** Whether the API still accepts the access token. */
async function isServed({ accessToken }: OpenSession): Promise<boolean> {
  const { data } = await ask<{ viewer: object | null }>(
    testStack(),
    '{ viewer { id } }',
    {},
    accessToken,
  );
  return (data?.viewer ?? null) !== null;
}

/** Lets the ten seconds pass in which a cookie may be sent twice. */
async function theGraceIsOver({ cookie }: OpenSession): Promise<void> {
  const hash = createHash('sha256')
    .update(cookie.replace(/^[^=]*=/, ''))
    .digest('hex');
  await openStackDatabase(testStack()).execute(
    'update refresh_token set spent_at = spent_at - interval 11 second where token_hash = :hash',
    { hash },
  );
}

const refreshOf = async ({ cookie }: OpenSession) =>
  (await post('/auth/refresh', {}, cookie)).status;

describe('bar 05 rotation, reuse, shop change', () => {
  it('a cookie used twice ends the session of thief and owner, and both their connections', async () => {
    const { login, password } = await aMember();
    const other = await signsIn(login, password);
    const stolen = await signsIn(login, password);
    const owned = await renews(stolen);
    const [thief, owner, elsewhere] = [
      await listens(stolen.accessToken),
      await listens(owned.accessToken),
      await listens(other.accessToken),
    ];
    await theGraceIsOver(stolen);

    expect(await refreshOf(stolen)).toBe(401);
    expect(await refreshOf(owned)).toBe(401);
    expect(await thief.hungUp(5_000)).toBe(true);
    expect(await owner.hungUp(5_000)).toBe(true);
    expect(owner.messages.at(-1)).toMatchObject({ type: 'complete', id: 'all' });

    expect(await refreshOf(other)).toBe(200);
    expect(elsewhere.closed).toBe(false);
    elsewhere.close();
  });

  it.each([
    ['changes the password', 'changesPassword'],
    ['lets the member go', 'leaves'],
  ] as const)(
    'the shop %s: the session and its connection end even if its page never asks',
    async (_, changes) => {
      const member = await aMember();
      const session = await signsIn(member.login, member.password);
      const listening = await listens(session.accessToken);
      await member[changes]();

      await reviewRuns();
      expect(await isServed(session)).toBe(true);
      expect(listening.closed).toBe(false);

      await theShopIsDue(member.id);
      await reviewRuns();
      expect(await listening.hungUp(5_000)).toBe(true);
      expect(await refreshOf(session)).toBe(401);
    },
  );

  it('the shop changes the password: the first page that asks is told, and its connection ends', async () => {
    const member = await aMember();
    const session = await signsIn(member.login, member.password);
    const listening = await listens(session.accessToken);
    await member.changesPassword();
    expect(await refreshOf(session)).toBe(401);
    expect(await listening.hungUp(5_000)).toBe(true);
  });

  it('a session that the shop confirms survives its reviews, with its connection', async () => {
    const member = await aMember();
    const session = await signsIn(member.login, member.password);
    const listening = await listens(session.accessToken);
    for (let time = 0; time < 3; time += 1) {
      await theShopIsDue(member.id);
      await reviewRuns();
    }
    expect(listening.closed).toBe(false);
    expect(await refreshOf(session)).toBe(200);
    listening.close();
  });
});

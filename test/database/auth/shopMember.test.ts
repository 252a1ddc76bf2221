import { describe, expect, it } from 'vitest';
import { aPrivateSignIn, kiku } from './privateSignIn.ts';

const signIn = aPrivateSignIn();
const statusOf = async () => (await signIn.tries(kiku.login, kiku.password)).statusCode;

describe('a member who has left', () => {
  it.each(["'0'", "'N'", '0', 'null', 'false', 'cast(0 as decimal(1))'])(
    'a member who has left is rejected when the shop expresses that by %s',
    async (flag) => {
      await signIn.theShopGives('enabled', flag);
      expect(await statusOf()).toBe(401);
    },
  );
});

describe('a member who has not left', () => {
  it.each(["'1'", '1', 'true', 'cast(1 as decimal(1))'])(
    'a member who has not left is let in when the shop expresses that by %s',
    async (flag) => {
      await signIn.theShopGives('enabled', flag);
      expect(await statusOf()).toBe(200);
    },
  );

  it('a member has no display name when the shop has none', async () => {
    await signIn.theShopGives('display_name', 'null');
    const { body } = await signIn.tries(kiku.login, kiku.password);
    const [, claims = ''] = JSON.parse(body).access_token.split('.');
    expect(JSON.parse(Buffer.from(claims, 'base64url').toString()).name).toBe('');
  });
});

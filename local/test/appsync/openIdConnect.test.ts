import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createTokenCheck } from '../../services/appsync/callers/checkToken.ts';
import { readSettings } from '../../services/appsync/definition/readSettings.ts';
import { startIssuer } from './startIssuer.ts';
import { resource } from './startTestApi.ts';

let issuer: Awaited<ReturnType<typeof startIssuer>>;
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(() => issuer.stop());

const MINUTE = 60_000;
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds);
const seconds = (date: Date) => Math.floor(date.getTime() / 1000);

/** 256 bytes leave four bits of the last letter unused. */
const nextLetter = (token: string) => String.fromCharCode((token.at(-1) ?? 'A').charCodeAt(0) + 1);

/** The token check of an API with these provider settings. */
function checkBy(config: { [name: string]: string | number }) {
  const properties = {
    Name: 'test',
    AuthenticationType: 'OPENID_CONNECT',
    OpenIDConnectConfig: { Issuer: issuer.url, ...config },
  };
  return createTokenCheck(readSettings(resource('GraphQLApi', properties), []).oidc);
}

describe('a token of an OpenID Connect issuer', () => {
  test.each([
    ['any client where none is named', {}, { aud: 'whoever' }],
    ['a client that the pattern matches', { ClientId: 'shop|shin.*' }, { aud: 'shinkan' }],
    ['one client of several', { ClientId: 'shinkan' }, { aud: ['other', 'shinkan'] }],
    ['the authorized party', { ClientId: 'shinkan' }, { aud: 'other', azp: 'shinkan' }],
  ])('a token is accepted from %s', async (_, config, claims) => {
    const identity = await checkBy(config)(await issuer.sign({ claims }));
    expect(identity).toMatchObject({ sub: 'member-1', issuer: issuer.url, claims });
  });

  test.each([
    ['a part of its name', { ClientId: 'shin' }],
    ['another name', { ClientId: 'another' }],
  ])('a token is rejected if the pattern matches %s', async (_, config) => {
    await expect(checkBy(config)(await issuer.sign())).rejects.toThrow('the token is for shinkan');
  });

  test('a token is valid for IatTTL milliseconds after it was issued', async () => {
    const check = checkBy({ IatTTL: 10 * MINUTE });
    await check(await issuer.sign({ issuedAt: ago(9 * MINUTE) }));
    await expect(check(await issuer.sign({ issuedAt: ago(11 * MINUTE) }))).rejects.toThrow(
      /^iat is/,
    );
  });

  test('a token is valid for AuthTTL milliseconds after the sign-in, which it must state', async () => {
    const check = checkBy({ AuthTTL: 10 * MINUTE });
    await check(await issuer.sign({ claims: { auth_time: seconds(ago(9 * MINUTE)) } }));
    const late = await issuer.sign({ claims: { auth_time: seconds(ago(11 * MINUTE)) } });
    await expect(check(late)).rejects.toThrow('auth_time is');
    await expect(check(await issuer.sign())).rejects.toThrow('auth_time is undefined');
  });

  test.each([
    ['padding', (token: string) => `${token}=`],
    ['a space', (token: string) => `${token.slice(0, -9)} ${token.slice(-9)}`],
    ['other last bits', (token: string) => `${token.slice(0, -1)}${nextLetter(token)}`],
    ['a line end', (token: string) => `${token}\n`],
  ])('a token is rejected if signed with %s', async (_, spell) => {
    const token = await issuer.sign();
    await checkBy({})(token);
    await expect(checkBy({})(spell(token))).rejects.toThrow(/compact form|base64url/);
  });

  test('a token is rejected before its start time', async () => {
    const check = checkBy({});
    await expect(check(await issuer.sign({ issuedAt: ago(-2 * MINUTE) }))).rejects.toThrow(
      'still to come',
    );
    await check(await issuer.sign({ issuedAt: ago(-MINUTE / 2) }));
  });

  test('a token is rejected while its issuer does not answer, and accepted once it does', async () => {
    const absent = 'http://127.0.0.1:9';
    const check = createTokenCheck([
      { issuer: absent, clientId: null, iatTtl: 0, authTtl: 0 },
      { issuer: issuer.url, clientId: null, iatTtl: 0, authTtl: 0 },
    ]);
    await expect(check(await issuer.sign({ issuer: absent }))).rejects.toThrow();
    await expect(check(await issuer.sign())).resolves.toMatchObject({ sub: 'member-1' });
  });
});

describe('repeated tokens', () => {
  afterEach(() => {
    vi.useRealTimers();
    return issuer.publishOwn(true);
  });

  const minutesPass = (minutes: number) =>
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * MINUTE });

  test('an accepted token is accepted again, but not another with the same beginning', async () => {
    const check = checkBy({});
    const token = await issuer.sign();
    expect(await check(token)).toEqual(await check(token));
    const [head, , signature] = token.split('.');
    const claims = Buffer.from(JSON.stringify({ iss: issuer.url, sub: 'other' }));
    await expect(check(`${head}.${claims.toString('base64url')}.${signature}`)).rejects.toThrow(
      'signature',
    );
  });

  test('an accepted token is rejected after its expiry', async () => {
    const check = checkBy({});
    const token = await issuer.sign({ expires: '5m' });
    await check(token);
    minutesPass(6);
    await expect(check(token)).rejects.toThrow('"exp" claim timestamp check failed');
  });

  test('an accepted token is rejected after the API’s TTL', async () => {
    const check = checkBy({ IatTTL: 2 * MINUTE });
    const token = await issuer.sign({ expires: '1h' });
    await check(token);
    minutesPass(3);
    await expect(check(token)).rejects.toThrow(/^iat is/);
  });

  test('an accepted token is rejected once its issuer has replaced the key', async () => {
    const check = checkBy({});
    const token = await issuer.sign({ expires: '1h' });
    await check(token);
    await issuer.publishOwn(false);
    minutesPass(11);
    await expect(check(token)).rejects.toThrow('signature verification failed');
  });
});

test.each([
  ['OpenIDConnectConfig.ClientId', { OpenIDConnectConfig: { Issuer: 'http://a', ClientId: '(' } }],
  ['OpenIDConnectConfig.Issuer is missing', {}],
])('an invalid setting stops the start: %s', (message, more) => {
  const properties = { Name: 'test', AuthenticationType: 'OPENID_CONNECT', ...more };
  expect(() => readSettings(resource('GraphQLApi', properties), [])).toThrow(message);
});
